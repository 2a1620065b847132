import { expect, it } from 'vitest';
import { compileFind, NO_QUERY, type FindMatch } from '#model/find.ts';
import type { FindState } from '#state/find-session.ts';
import { countWords, placeWords } from './find-words.ts';

const compiled = compileFind({ text: 'a', isRegex: false, matchesCase: false });
const ASKED: FindState = {
  query: NO_QUERY,
  matcher: compiled.ok ? compiled.matcher : null,
  problem: null,
  matches: [],
  hasMore: false,
  isSearching: false,
  index: null,
  steps: 0,
};

function matches(count: number): readonly FindMatch[] {
  return Array.from({ length: count }, (_, index) => ({ path: ['output', index], in: 'value', start: 0, end: 1 }));
}

it('counts as find bars do', () => {
  expect(countWords({ ...ASKED, matcher: null })).toBe('');
  expect(countWords(ASKED)).toBe('No matches');
  expect(countWords({ ...ASKED, isSearching: true })).toBe('Searching…');
  expect(countWords({ ...ASKED, matches: matches(57), index: 2 })).toBe('3 of 57');
  expect(countWords({ ...ASKED, matches: matches(57), index: 2, isSearching: true })).toBe('3 of 57…');
  expect(countWords({ ...ASKED, matches: matches(10_000), index: 0, hasMore: true })).toBe('1 of 10,000+');
});

it('names the field and the item of a place', () => {
  expect(placeWords(['output', 3, 'encrypted_content'])).toEqual({ field: 'encrypted_content', item: '@3' });
  expect(placeWords(['output', 3, 'action', 'commands', 0])).toEqual({ field: 'commands', item: '@3' });
  expect(placeWords(['instructions'])).toEqual({ field: 'instructions', item: null });
});
