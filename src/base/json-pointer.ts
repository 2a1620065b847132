import { isJsonArray, isJsonObject, type JsonPath, type JsonValue } from './json.ts';

/** `path` as a JSON Pointer (RFC 6901): `/output/3/content/0/text`; the root is "". */
export function formatJsonPointer(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The path that `pointer` means in `document`, where a number is an index only in an array; null when it leads nowhere. */
export function readJsonPointer(document: JsonValue, pointer: string): JsonPath | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return null;
  const path: (string | number)[] = [];
  let current: JsonValue | undefined = document;
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isJsonArray(current)) {
      const index = /^(?:0|[1-9]\d*)$/.test(key) ? Number(key) : -1;
      current = current[index];
      path.push(index);
    } else if (isJsonObject(current)) {
      current = Object.hasOwn(current, key) ? current[key] : undefined;
      path.push(key);
    } else return null;
    if (current === undefined) return null;
  }
  return path;
}
