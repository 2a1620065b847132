import { isJsonArray, isJsonObject } from '#base/json.ts';
import { childNodes, type JsonNode } from '#base/page-json.ts';
import { labelOf, stringText } from './json-tree-text.ts';

const NODE = Symbol('the node behind a stand-in');

/**
 * `node` as react-json-view-lite takes it. The library reads the children of every row it draws, open or not, so arrays and
 * objects are stand-ins that make theirs only then: pages instead of long lists, cut strings, labelled elements.
 * A stand-in hands out the same stand-ins for its children every time.
 */
export function shownValue(node: JsonNode): unknown {
  const { value } = node;
  if (isJsonArray(value)) return shownArray(node);
  if (isJsonObject(value)) return shownObject(node);
  return typeof value === 'string' ? stringText(value) : value;
}

/** The node behind a stand-in that the library hands back. */
export function nodeOfShown(shown: unknown): JsonNode | undefined {
  // Only stand-ins know the symbol.
  return typeof shown === 'object' && shown !== null ? (Reflect.get(shown, NODE) as JsonNode | undefined) : undefined;
}

/**
 * The library calls `map` to make its [field, value] pairs, without a field for elements; pairs of our own show the indexes.
 * Of a closed row it asks their number only.
 */
function shownArray(node: JsonNode): object {
  let pairs: readonly (readonly [string, unknown])[] | null = null;
  const madePairs = () => (pairs ??= childNodes(node).map((child) => [labelOf(child), shownValue(child)] as const));
  const list = {
    length: node.page === null ? (isJsonArray(node.value) ? node.value.length : 0) : node.page.end - node.page.start,
    map: (draw: (pair: readonly [string, unknown], index: number) => unknown) => madePairs().map(draw),
  };
  return new Proxy([], {
    get: (target, property) => (property === NODE ? node : property === 'map' ? () => list : Reflect.get(target, property)),
  });
}

/** Answers `Object.keys` and property reads with the labels of the children and their stand-ins. */
function shownObject(node: JsonNode): object {
  let byLabel: ReadonlyMap<string, unknown> | null = null;
  const children = () => (byLabel ??= new Map(childNodes(node).map((child) => [labelOf(child), shownValue(child)])));
  const read = (property: string | symbol) =>
    typeof property === 'string' ? children().get(property) : property === NODE ? node : undefined;
  return new Proxy(
    {},
    {
      ownKeys: () => [...children().keys()],
      getOwnPropertyDescriptor: () => ({ value: undefined, enumerable: true, configurable: true }),
      get: (_, property) => read(property),
    },
  );
}
