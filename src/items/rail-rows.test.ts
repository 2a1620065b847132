import { describe, expect, it } from 'vitest';
import { rowAfterKey, rowOfPosition, scrollToShow } from './rail-rows.ts';

describe('rowOfPosition', () => {
  it('finds the row, or the one before where a filter hides the position', () => {
    const positions = [2, 3, 7, 11];
    expect([2, 3, 5, 7, 10, 11, 400].map((position) => rowOfPosition(positions, position))).toEqual([0, 1, 1, 2, 2, 3, 3]);
    expect([rowOfPosition(positions, 0), rowOfPosition([], 3)]).toEqual([0, 0]);
  });
});

describe('rowAfterKey', () => {
  const from = (row: number, key: string) => rowAfterKey(key, { row, count: 100, page: 20 });

  it('walks by rows and pages, and stops at the ends', () => {
    expect([from(5, 'ArrowDown'), from(5, 'ArrowUp'), from(5, 'PageDown'), from(5, 'PageUp')]).toEqual([6, 4, 25, 0]);
    expect([from(99, 'ArrowDown'), from(0, 'ArrowUp'), from(50, 'Home'), from(50, 'End')]).toEqual([99, 0, 0, 99]);
  });

  it('leaves other keys alone, and lists without rows', () => {
    expect([from(5, 'x'), from(5, 'ArrowRight'), rowAfterKey('End', { row: 0, count: 0, page: 20 })]).toEqual([null, null, null]);
  });

  it('moves at least one row where not a whole one fits', () => {
    expect(rowAfterKey('PageDown', { row: 5, count: 100, page: -1 })).toBe(6);
  });
});

describe('scrollToShow', () => {
  const view = { scrollTop: 260, viewHeight: 260, rowHeight: 26 }; // rows 10 to 19

  it('moves as little as shows the rows whole', () => {
    expect(scrollToShow({ first: 12, last: 14 }, view)).toBe(260);
    expect(scrollToShow({ first: 8, last: 9 }, view)).toBe(208);
    expect(scrollToShow({ first: 20, last: 21 }, view)).toBe(312);
  });

  it('shows the beginning of more rows than fit', () => {
    expect(scrollToShow({ first: 12, last: 40 }, view)).toBe(312);
  });
});
