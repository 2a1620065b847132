import type { JsonPath } from '#base/json.ts';
import type { FindMatch } from './find.ts';

/** Where a search begins: at an item (its path), or at a place inside it. */
export type FindStart = { readonly path: JsonPath; readonly offset: number };

/**
 * The first match from `start` on, around the end; null while that cannot be told yet. `matches` are in the order of the document, and
 * are all there are when `isComplete`.
 */
export function startMatch(matches: readonly FindMatch[], start: FindStart | null, isComplete: boolean): number | null {
  if (start === null) return matches.length > 0 ? 0 : null;
  const from = matches.findIndex((match) => compareItems(match.path, start.path) >= 0);
  const isPast = matches.length > 0 && compareItems(matches.at(-1)?.path ?? [], start.path) > 0;
  if (!isComplete && !isPast) return null;
  if (from === -1) return matches.length > 0 ? 0 : null;
  const exact = matches.findIndex((match) => isSamePath(match.path, start.path) && match.start >= start.offset);
  return exact === -1 ? from : exact;
}

/** By list and position: those are in the order of the document, whatever stands below. */
function compareItems(one: JsonPath, other: JsonPath): number {
  if (one[0] !== other[0]) return 0;
  const [first, second] = [one[1], other[1]];
  return typeof first === 'number' && typeof second === 'number' ? first - second : 0;
}

function isSamePath(one: JsonPath, other: JsonPath): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
