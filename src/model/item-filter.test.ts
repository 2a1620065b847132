import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forgetType,
  formatItemFilter,
  hideType,
  isFiltering,
  parseItemFilter,
  showAllTypes,
  shownPositions,
  showOnly,
} from './item-filter.ts';

const ITEMS = [
  { type: 'reasoning' },
  { type: 'message' },
  { type: 'function_call' },
  'no item',
  { id: 'without a type' },
  { type: 'reasoning' },
];

function shown(q: string | null) {
  return shownPositions(ITEMS, parseItemFilter(q));
}

describe('filter of items', () => {
  it('shows one type, any of several, or all but some, at their positions', () => {
    expect(shown('type:reasoning')).toEqual([0, 5]);
    expect(shown('type:reasoning type:message')).toEqual([0, 1, 5]);
    expect(shown('-type:reasoning')).toEqual([1, 2, 3, 4]);
    expect(shown('type:no_such_type')).toEqual([]);
  });

  it('hides nothing without a word it knows', () => {
    for (const q of [null, '', 'delta', 'type:', '"type:message', 'kind:message']) expect(shown(q)).toBeNull();
  });

  it('keeps words it does not know, and says which', () => {
    const filter = parseItemFilter('  delta type:message  status:failed ');
    expect(filter.unknownWords).toEqual(['delta', 'status:failed']);
    expect(formatItemFilter(showOnly(filter, 'reasoning'))).toBe('type:reasoning delta status:failed');
    expect(formatItemFilter(showAllTypes(filter))).toBe('delta status:failed');
  });

  it('changes one type at a time', () => {
    const only = showOnly(parseItemFilter('-type:message'), 'reasoning');
    expect(formatItemFilter(only)).toBe('type:reasoning');
    expect(formatItemFilter(hideType(only, 'reasoning'))).toBe('-type:reasoning');
    expect(formatItemFilter(forgetType(only, 'reasoning'))).toBeNull();
    expect(isFiltering(forgetType(only, 'reasoning'))).toBe(false);
  });

  it('reads what it writes, whatever types are called', () => {
    const types = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 3 });
    fc.assert(
      fc.property(types, types, (only, hidden) => {
        const filter = { types: only, hiddenTypes: hidden, unknownWords: [] };
        expect(parseItemFilter(formatItemFilter(filter))).toEqual(filter);
      }),
    );
  });

  it('reads any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (q) => {
        const words = parseItemFilter(formatItemFilter(parseItemFilter(q)));
        expect(parseItemFilter(formatItemFilter(words))).toEqual(words);
      }),
    );
  });
});
