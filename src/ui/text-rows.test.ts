import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStartsOf, textRows } from './text-rows.ts';

function rowsOf(text: string, columns: number) {
  const rows = textRows(text, lineStartsOf(text), columns);
  return Array.from({ length: rows.count }, (_, index) => {
    const { text: row, line } = rows.rowAt(index);
    return { text: row, line };
  });
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

  it('knows where each row begins, and which row shows a character', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '😀', 'é'), minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, columns) => {
        const rows = textRows(text, lineStartsOf(text), columns);
        for (let index = 0; index < rows.count; index += 1) {
          const { start, text: row } = rows.rowAt(index);
          expect(text.startsWith(row, start)).toBe(true);
          expect(row === '' || rows.rowOf(start) === index).toBe(true);
        }
      }),
    );
  });
});
