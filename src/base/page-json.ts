import { isJsonArray, isJsonObject, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from './json.ts';

/** How many children a node shows before they are put into pages. */
export const PAGE_SIZE = 100;
/** How many pages a node shows before ten of them make a larger one. Fifty draw in about 60 % of the time of a hundred. */
const MOST_PAGES = 50;

/** One row of a JSON tree: a value, or a page of the children of a long array or object. Children are made when asked for. */
export type JsonNode = {
  readonly parent: JsonNode | null;
  /** The key or index that leads here; null for the root and for pages, which are no part of a path. */
  readonly step: string | number | null;
  /** For a page: the array or object it is cut from. */
  readonly value: JsonValue;
  /** The children from `start` up to but without `end`; null when the node is the value itself. */
  readonly page: { readonly start: number; readonly end: number } | null;
  /** How many steps lead here from the root. */
  readonly depth: number;
  /** Made by `childNodes` at the first asking. */
  children?: readonly JsonNode[];
};

const keysOfObjects = new WeakMap<JsonObject, readonly string[]>();

export function rootNode(value: JsonValue): JsonNode {
  return { parent: null, step: null, value, page: null, depth: 0 };
}

/** How many elements or keys `value` holds; 0 for anything that is neither array nor object. */
export function childCount(value: JsonValue): number {
  if (isJsonArray(value)) return value.length;
  return isJsonObject(value) ? keysOf(value).length : 0;
}

/** The rows under `node`: values, or pages where there are more than `PAGE_SIZE`. The same array every time. */
export function childNodes(node: JsonNode): readonly JsonNode[] {
  if (node.children !== undefined) return node.children;
  const { start, end } = node.page ?? { start: 0, end: childCount(node.value) };
  node.children = end - start > PAGE_SIZE ? pages(node, start, end) : values(node, start, end);
  return node.children;
}

/** The way from the root to `node`; a page has the path of what it is cut from. */
export function pathOf(node: JsonNode): JsonPath {
  const path: (string | number)[] = [];
  for (let at: JsonNode | null = node; at !== null; at = at.parent) if (at.step !== null) path.push(at.step);
  return path.toReversed();
}

/** The rows from `root` down to the value at `path` below it, pages included; as far as it leads. */
export function wayTo(root: JsonNode, path: JsonPath): readonly JsonNode[] {
  const way = [root];
  let node = root;
  for (const step of path) {
    const index = isJsonArray(node.value) ? Number(step) : isJsonObject(node.value) ? keysOf(node.value).indexOf(String(step)) : -1;
    for (let isThere = false; !isThere; isThere = node.page === null) {
      const next = childNodes(node).find(
        (child) => child.step === step || (child.page !== null && child.page.start <= index && index < child.page.end),
      );
      if (next === undefined) return way;
      way.push(next);
      node = next;
    }
  }
  return way;
}

/** What `node` stands for: its value, or for a page the elements or entries in its range. */
export function valueOf(node: JsonNode): JsonValue {
  const { value, page } = node;
  if (page === null) return value;
  if (isJsonArray(value)) return value.slice(page.start, page.end);
  // fromEntries defines, so that a key "__proto__" stays a key.
  return isJsonObject(value) ? Object.fromEntries(entriesOf(value, page.start, page.end)) : value;
}

export function rootOf(node: JsonNode): JsonNode {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}

function pages(parent: JsonNode, start: number, end: number): JsonNode[] {
  let size = PAGE_SIZE;
  while (end - start > size * MOST_PAGES) size *= 10;
  return Array.from({ length: Math.ceil((end - start) / size) }, (_, index) => {
    const from = start + index * size;
    return { parent, step: null, value: parent.value, page: { start: from, end: Math.min(from + size, end) }, depth: parent.depth };
  });
}

function values(parent: JsonNode, start: number, end: number): JsonNode[] {
  const depth = parent.depth + 1;
  return entriesOf(parent.value, start, end).map(([step, value]) => ({ parent, step, value, page: null, depth }));
}

function entriesOf(value: JsonValue, start: number, end: number): (readonly [string | number, JsonValue])[] {
  if (isJsonArray(value)) return sliceOf(value, start, end);
  if (!isJsonObject(value)) return [];
  return keysOf(value)
    .slice(start, end)
    .map((key) => [key, value[key] ?? null]);
}

function sliceOf(array: JsonArray, start: number, end: number): (readonly [number, JsonValue])[] {
  return array.slice(start, end).map((element, index) => [start + index, element]);
}

/** Remembered where it pays: an object with a million keys is asked once per page. */
function keysOf(object: JsonObject): readonly string[] {
  const known = keysOfObjects.get(object);
  if (known !== undefined) return known;
  const keys = Object.keys(object);
  if (keys.length > PAGE_SIZE) keysOfObjects.set(object, keys);
  return keys;
}
