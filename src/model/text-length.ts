import { isJsonArray, isJsonObject, type JsonArray, type JsonValue } from '#base/json.ts';

const known = new WeakMap<object, number>();

/** How many characters (UTF-16 units) the strings in `items` have together. Parts that were measured once are not looked into again. */
export function textLength(items: JsonArray): number {
  return items.reduce((sum: number, item) => sum + lengthOf(item), 0);
}

function lengthOf(value: JsonValue): number {
  if (typeof value === 'string') return value.length;
  if (!isJsonArray(value) && !isJsonObject(value)) return 0;
  const before = known.get(value);
  if (before !== undefined) return before;
  const length = Object.values(value).reduce((sum: number, child: JsonValue) => sum + lengthOf(child), 0);
  known.set(value, length);
  return length;
}
