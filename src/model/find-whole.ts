import { isJsonArray, isJsonObject, valueAt, type JsonPath, type JsonValue } from '#base/json.ts';
import type { FindMatch } from './find.ts';

/** Parts of a document, each with its place. */
export type DocumentParts = readonly { readonly path: JsonPath; readonly value: JsonValue }[];

/** The text that a match in a value stands in; null when the parts have changed since. */
export function wholeOf(parts: DocumentParts, { path }: FindMatch): string | null {
  const part = parts.find((each) => each.path.every((step, index) => path[index] === step));
  const value = part === undefined ? undefined : valueAt(part.value, path.slice(part.path.length));
  return value === undefined || isJsonArray(value) || isJsonObject(value) ? null : String(value);
}

/** How many of the matches before the one at `index` stand in the same item and in the same text at the same offset: those look alike. */
export function alikeBefore(parts: DocumentParts, matches: readonly FindMatch[], index: number): number {
  const match = matches[index];
  if (match === undefined) return 0;
  const whole = wholeOf(parts, match);
  let count = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = matches[at];
    if (other === undefined || other.path[0] !== match.path[0] || other.path[1] !== match.path[1]) break;
    if (other.start === match.start && wholeOf(parts, other) === whole) count += 1;
  }
  return count;
}
