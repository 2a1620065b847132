import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStartsOf, rowsInView, scrollHeightOf, textRows } from './text-rows.ts';

function rowsOf(text: string, columns: number) {
  const rows = textRows(text, lineStartsOf(text), columns);
  return Array.from({ length: rows.count }, (_, index) => rows.rowAt(index));
}

describe('textRows', () => {
  it('cuts long lines and numbers each line once', () => {
    expect(rowsOf('abcdefgh\n\nxy', 3)).toEqual([
      { text: 'abc', line: 1 },
      { text: 'def', line: null },
      { text: 'gh', line: null },
      { text: '', line: 2 },
      { text: 'xy', line: 3 },
    ]);
  });

  it('has one empty row for an empty text, and one after a last line break', () => {
    expect(rowsOf('', 10)).toEqual([{ text: '', line: 1 }]);
    expect(rowsOf('a\n', 10)).toEqual([
      { text: 'a', line: 1 },
      { text: '', line: 2 },
    ]);
  });

  it('never parts a surrogate pair', () => {
    expect(rowsOf('ab😀c', 3).map(({ text }) => text)).toEqual(['ab😀', 'c']);
  });

  it('shows every character once and in order, whatever the width', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀', '\ud83d', 'é'), maxLength: 200 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, columns) => {
        const lines = rowsOf(text, columns).reduce((all, { text: row, line }) => (line === null ? all + row : `${all}\n${row}`), '');
        expect(lines).toBe(`\n${text}`);
      }),
    );
  });
});

describe('rowsInView', () => {
  const view = { viewHeight: 180, rowHeight: 18, overscan: 2 };

  it('is the rows at the scroll position, with some on both sides', () => {
    expect(rowsInView({ ...view, scrollTop: 180, rowCount: 1000 })).toEqual({ first: 8, last: 22, offset: 144 });
  });

  it('ends at the last row', () => {
    expect(rowsInView({ ...view, scrollTop: 1_000_000, rowCount: 1000 })).toMatchObject({ last: 1000 });
    expect(rowsInView({ ...view, scrollTop: 0, rowCount: 3 })).toEqual({ first: 0, last: 3, offset: 0 });
  });

  it('reaches the first and the last of five million rows, though no element is that high', () => {
    const rowCount = 5_000_000;
    const height = scrollHeightOf(rowCount, 18);
    expect(height).toBeLessThan(17_000_000);
    expect(rowsInView({ ...view, scrollTop: 0, rowCount })).toMatchObject({ first: 0 });
    const end = rowsInView({ ...view, scrollTop: height - 180, rowCount });
    expect(end).toMatchObject({ last: rowCount, first: rowCount - 12 });
    expect(end.offset + (end.last - end.first) * 18).toBeCloseTo(height);
  });
});
