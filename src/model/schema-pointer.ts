import { isJsonArray, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';

/** How many `$ref`s in a row are followed; more is a ring. */
const LONGEST_CHAIN = 20;

/** What a JSON Pointer in a URI fragment (`#/$defs/address`) leads to inside `root`; undefined when it leads nowhere or out of the document. */
export function followPointer(root: JsonValue, pointer: string): JsonValue | undefined {
  if (pointer === '#') return root;
  if (!pointer.startsWith('#/')) return undefined;
  let current: JsonValue | undefined = root;
  for (const part of pointer.slice(2).split('/')) {
    const step = unescapePart(part);
    if (isJsonArray(current)) current = /^\d+$/.test(step) ? current[Number(step)] : undefined;
    else if (isJsonObject(current)) current = Object.hasOwn(current, step) ? current[step] : undefined;
    else return undefined;
  }
  return current;
}

/** One step of a JSON Pointer as the key it means. */
export function unescapePart(part: string): string {
  let decoded = part;
  try {
    decoded = decodeURIComponent(part);
  } catch {
    // A lone "%" is a plain character here.
  }
  return decoded.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** `schema` with its `$ref` followed inside `root`: what it refers to, under what stands beside the `$ref`. `refs` are the pointers taken. */
export function resolveSchema(root: JsonValue, schema: JsonObject): { readonly schema: JsonObject; readonly refs: readonly string[] } {
  const refs: string[] = [];
  let current = schema;
  for (let ref = stringOf(current['$ref']); ref !== null && refs.length < LONGEST_CHAIN; ref = stringOf(current['$ref'])) {
    const target = followPointer(root, ref);
    refs.push(ref);
    const { $ref: _, ...beside } = current;
    current = isJsonObject(target) ? { ...target, ...beside, ...(target['$ref'] === undefined ? {} : { $ref: target['$ref'] }) } : beside;
  }
  return { schema: current, refs };
}
