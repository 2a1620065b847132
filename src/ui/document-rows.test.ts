import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsSent } from '#base/json-as-sent.ts';
import { isJsonArray, isJsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { DocumentRows, ROOT_ROW } from './document-rows.ts';
import { carriedOver, openAllUnder, openedTo, openSiblings, revealPath } from './document-opening.ts';

const COLUMNS = 12;

function documentOf(source: string) {
  return { value: JSON.parse(source) as JsonValue, sent: readAsSent(source), source, isOvertaken: false };
}
function parsed(value: JsonValue) {
  return { value, sent: null, source: '', isOvertaken: false };
}

/** What the rows have to be, the slow way: every row as its path, a "+" when it can be opened, a "-" when it is open. */
function naiveRows(value: JsonValue, isOpen: (path: string) => boolean, path: JsonPath = []): string[] {
  const name = JSON.stringify(path);
  const children: (readonly [string | number, JsonValue])[] = isJsonArray(value)
    ? value.map((element, index) => [index, element] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  if (children.length === 0) return [name];
  if (!isOpen(name)) return [`${name}+`];
  return [`${name}-`, ...children.flatMap(([step, child]) => naiveRows(child, isOpen, [...path, step]))];
}
function drawn(rows: DocumentRows, first = 0, last = rows.count): string[] {
  return rows.rows(first, last).map((row) => {
    const mark = row.isOpen ? '-' : row.isOpenable ? '+' : '';
    return `${JSON.stringify(rows.pathOf(row))}${mark}`;
  });
}

const values = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(1, 'text', null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '', '2', '1'), tie('value'), { noNullPrototype: true }),
  ),
})).value;
/** Presses on rows: which one, by a share of all rows. */
const presses = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 20 });

describe('DocumentRows', () => {
  it('has the rows of a tree in which the same was opened and closed', () => {
    fc.assert(
      fc.property(values, presses, (value, pressed) => {
        const rows = new DocumentRows(parsed(value), COLUMNS);
        const open = new Set(['[]']);
        for (const share of pressed) {
          const place = rows.placeAt(Math.floor(share * rows.count));
          const { isOpen, isOpenable } = rows.rowAt(place);
          const name = JSON.stringify(rows.pathOf(place));
          if (isOpen) {
            rows.close(place);
            open.delete(name);
          } else if (isOpenable) {
            rows.open(place);
            open.add(name);
          }
          expect(drawn(rows)).toEqual(naiveRows(value, (path) => open.has(path)));
          expect(rows.count).toBe(drawn(rows).length);
        }
      }),
    );
  });

  it('finds each row by its index and each index by its row', () => {
    fc.assert(
      fc.property(values, presses, (value, pressed) => {
        const { rows } = openedTo(parsed(value), COLUMNS, 3);
        for (const share of pressed) rows.open(rows.placeAt(Math.floor(share * rows.count)));
        const all = drawn(rows);
        for (const index of all.keys()) {
          expect(rows.indexOf(rows.placeAt(index))).toBe(index);
          expect(drawn(rows, index, index + 3)).toEqual(all.slice(index, index + 3));
        }
      }),
    );
  });

  it('opens a million children at once, and ends where they end', () => {
    const rows = new DocumentRows(parsed({ list: Array.from({ length: 1_000_000 }, (_, index) => index), after: true }), COLUMNS);
    rows.open(rows.placeAt(1));
    expect(rows.count).toBe(1_000_003);
    expect(drawn(rows, 1_000_000)).toEqual(['["list",999998]', '["list",999999]', '["after"]']);
  });

  it('says how many brothers a row has, and how deep it is', () => {
    const { rows } = openedTo(parsed({ a: [1, 2, 3], b: null }), COLUMNS, 2);
    expect(rows.rows(0, 9).map(({ depth, setSize, position }) => [depth, setSize, position])).toEqual([
      [0, 1, 0],
      [1, 2, 0],
      [2, 3, 0],
      [2, 3, 1],
      [2, 3, 2],
      [1, 2, 1],
    ]);
  });
});

describe('texts', () => {
  const document = parsed({ long: 'x'.repeat(30), lines: 'one\ntwo\n', short: 'x'.repeat(COLUMNS), after: 1 });

  it('open into their lines, cut at the width', () => {
    const rows = new DocumentRows(document, COLUMNS);
    expect(rows.rows(1, 5).map(({ isOpenable }) => isOpenable)).toEqual([true, true, false, false]);
    rows.open(rows.placeAt(1));
    rows.open(rows.placeAt(5));
    expect(rows.rows(0, rows.count).map(({ line }) => line?.text ?? null)).toEqual([
      null,
      null,
      'x'.repeat(12),
      'x'.repeat(12),
      'xxxxxx',
      null,
      'one',
      'two',
      '',
      null,
      null,
    ]);
    expect(rows.pathOf(rows.placeAt(3))).toEqual(['long']);
  });
});

describe('opening', () => {
  it('goes to a level, and to all of them with the texts', () => {
    const document = parsed({ a: { b: { c: 'one\ntwo' } }, d: [] });
    expect(drawn(openedTo(document, COLUMNS, 1).rows)).toEqual(['[]-', '["a"]+', '["d"]']);
    expect(openedTo(document, COLUMNS, 3).rows.count).toBe(5);
    expect(openedTo(document, COLUMNS, Infinity).rows.count).toBe(7);
  });

  it('stops at the limit, lower levels first, and says so', () => {
    const document = parsed({ a: { b: { c: { d: 1 } } }, e: { f: 1 } });
    const { rows, isCut } = openedTo(document, COLUMNS, Infinity, 3);
    expect(isCut).toBe(true);
    expect(drawn(rows)).toEqual(['[]-', '["a"]-', '["a","b"]+', '["e"]-', '["e","f"]']);
    expect(openedTo(document, COLUMNS, Infinity, 5).isCut).toBe(false);
  });

  it('opens and closes levels far deeper than the call stack', () => {
    const depth = 20_000;
    const document = documentOf(`${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`);
    const { rows, isCut } = openedTo(document, COLUMNS, Infinity);
    expect(isCut).toBe(false);
    expect(rows.count).toBe(depth + 1);
    const bottom = rows.placeAt(depth);
    expect(rows.indexOf(bottom)).toBe(depth);
    expect(rows.pathOf(bottom)).toHaveLength(depth);
    const path = rows.pathOf(bottom);
    const closed = new DocumentRows(document, COLUMNS);
    expect(closed.indexOf(revealPath(closed, path))).toBe(depth);
    expect(carriedOver(rows, document, COLUMNS).rows.count).toBe(depth + 1);
    rows.close(ROOT_ROW);
    expect(rows.count).toBe(1);
  });

  it('opens everything under a row, or all rows beside it', () => {
    const document = parsed({ a: { b: [[1]] }, c: { d: {} }, e: { f: { g: 1 } } });
    const rows = new DocumentRows(document, COLUMNS);
    expect(openAllUnder(rows, rows.placeAt(1))).toBe(false);
    expect(drawn(rows)).toEqual(['[]-', '["a"]-', '["a","b"]-', '["a","b",0]-', '["a","b",0,0]', '["c"]+', '["e"]+']);
    const others = new DocumentRows(document, COLUMNS);
    openSiblings(others, others.placeAt(2));
    expect(drawn(others)).toEqual(['[]-', '["a"]-', '["a","b"]+', '["c"]-', '["c","d"]', '["e"]-', '["e","f"]+']);
    expect(others.count).toBe(7);
  });
});

describe('revealing', () => {
  it('opens all around any value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const all = openedTo(parsed(value), COLUMNS, Infinity).rows;
        for (let index = 0; index < all.count; index += 1) {
          const path = all.pathOf(all.placeAt(index));
          const rows = new DocumentRows(parsed(value), COLUMNS);
          const place = revealPath(rows, path);
          expect(rows.pathOf(place)).toEqual(path);
          expect(rows.rows(rows.indexOf(place), rows.count)[0]).toMatchObject(place);
          expect(drawn(rows)).toHaveLength(rows.count);
        }
      }),
    );
  });

  it('goes as near as it can to a path that leads nowhere', () => {
    const rows = new DocumentRows(parsed({ a: [{ b: 1 }] }), COLUMNS);
    expect(rows.pathOf(revealPath(rows, ['a', 0, 'gone', 3]))).toEqual(['a', 0]);
    expect(rows.pathOf(revealPath(rows, ['a', 'length']))).toEqual(['a']);
    expect(rows.pathOf(revealPath(rows, ['a', 7]))).toEqual(['a']);
  });

  it('goes to the line of a text', () => {
    const rows = new DocumentRows(parsed({ text: 'one\ntwo\nthree' }), COLUMNS);
    const place = revealPath(rows, ['text'], 5);
    expect(rows.rowAt(place).line).toMatchObject({ text: 'two', line: 2 });
    expect(rows.indexOf(place)).toBe(3);
  });
});

describe('what was sent', () => {
  const document = documentOf('{"b":{"n":1e400},"a":1.0,"b":{"m":2,"m":3},"1":true}');

  it('has a row for every member, in the order they were sent', () => {
    const { rows } = openedTo(document, COLUMNS, Infinity);
    expect(rows.rows(1, rows.count).map((row) => [row.step, row.value, row.sent?.number ?? null, row.isOvertaken])).toEqual([
      ['b', { n: Infinity }, null, true],
      ['n', Infinity, '1e400', true],
      ['a', 1, '1.0', false],
      ['b', { m: 3 }, null, false],
      ['m', 2, null, true],
      ['m', 3, null, false],
      ['1', true, null, false],
    ]);
  });

  it('says nothing of values that are others than in the text', () => {
    const value = { b: { m: 3 }, a: 7, 1: true, more: null };
    const { rows } = openedTo({ ...document, value }, COLUMNS, Infinity);
    expect(rows.rows(1, rows.count).map((row) => [row.step, row.sent?.number ?? null, row.isOvertaken])).toEqual([
      ['1', null, false],
      ['b', null, false],
      ['m', null, true],
      ['m', null, false],
      ['a', null, false],
      ['more', null, false],
    ]);
  });

  it('reveals the value that counts', () => {
    const rows = new DocumentRows(document, COLUMNS);
    expect(rows.rowAt(revealPath(rows, ['b', 'm']))).toMatchObject({ value: 3, isOvertaken: false });
  });
});

describe('carriedOver', () => {
  it('keeps open what was open and is still there, and knows where each row went', () => {
    const old = openedTo(parsed({ a: { x: 1 }, b: { c: { d: 1 }, e: 2 }, gone: { f: 1 } }), COLUMNS, Infinity).rows;
    old.close(old.placeAt(1));
    const selected = revealPath(old, ['b', 'e']);
    const lost = revealPath(old, ['gone', 'f']);
    const { rows, placeOf } = carriedOver(old, parsed({ first: [1], a: { x: 1 }, b: { e: 2, c: { d: 1 } } }), COLUMNS);
    expect(drawn(rows)).toEqual(['[]-', '["first"]+', '["a"]+', '["b"]-', '["b","e"]', '["b","c"]-', '["b","c","d"]']);
    expect(rows.pathOf(placeOf(selected))).toEqual(['b', 'e']);
    expect(rows.count).toBeGreaterThan(rows.indexOf(placeOf(lost)));
  });

  it('keeps the rows when the text turns out to have repeated keys', () => {
    const source = '{"a":{"x":1},"b":{"y":1},"a":{"x":2}}';
    const known = documentOf(source);
    const before = openedTo({ ...known, sent: null }, COLUMNS, Infinity).rows;
    const { rows, placeOf } = carriedOver(before, known, COLUMNS);
    expect(drawn(rows)).toEqual(['[]-', '["a"]+', '["b"]-', '["b","y"]', '["a"]-', '["a","x"]']);
    expect(rows.rowAt(placeOf(revealPath(before, ['a', 'x'])))).toMatchObject({ value: 2, isOvertaken: false });
  });

  it('cuts opened texts to the new width', () => {
    const document = parsed({ text: 'x'.repeat(48) });
    const old = openedTo(document, 12, Infinity).rows;
    expect(old.count).toBe(6);
    expect(carriedOver(old, document, 24).rows.count).toBe(4);
  });
});
