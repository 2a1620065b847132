import { formatCount, formatNumber } from '#base/format-number.ts';
import type { JsonPath } from '#base/json.ts';
import type { FindState } from '#state/find-session.ts';

/** "3 of 57", "10,000+ matches", "No matches"; empty while nothing is asked for. */
export function countWords({ matcher, matches, index, isSearching, hasMore }: FindState): string {
  if (matcher === null) return '';
  const count = `${formatNumber(matches.length)}${hasMore ? '+' : ''}`;
  if (matches.length === 0) return isSearching ? 'Searching…' : 'No matches';
  if (index === null) return isSearching ? `${count}…` : formatCount(matches.length, 'match', 'matches');
  return `${formatNumber(index + 1)} of ${count}${isSearching ? '…' : ''}`;
}

/** Where a match is that nothing on the page shows: the field and the item that hold it. */
export function placeWords(path: JsonPath): { readonly field: string; readonly item: string | null } {
  const [, position] = path;
  const field = path.findLast((step) => typeof step === 'string') ?? '';
  return { field, item: typeof position === 'number' ? `@${position}` : null };
}
