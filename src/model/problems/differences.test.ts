import { describe, expect, it } from 'vitest';
import { formatDotPath } from '#base/json-path-text.ts';
import type { JsonValue } from '#base/json.ts';
import { differencesInSteps, differencesOf } from './differences.ts';

const said = (left: JsonValue, right: JsonValue) => differencesOf(left, right).map(({ path, kind }) => `${formatDotPath(path)} ${kind}`);

describe('differencesOf', () => {
  it('names every place, in the order of the first', () => {
    expect(said({ a: 1, b: [1, { c: 2 }], d: 'x' }, { a: 1, b: [1, { c: 3 }, 4], e: 'y' })).toEqual([
      'b[1].c other',
      'b[2] other',
      'd other',
      'e other',
    ]);
  });

  it('takes all ways of saying nothing for the same', () => {
    expect(said({ a: null, b: '', c: [], d: {} }, { d: null })).toEqual([]);
    expect(said({ a: 0, b: false }, {})).toEqual(['a other', 'b other']);
  });

  it('tells what is sealed or named anew from what may be a fault', () => {
    expect(said({ id: 'a', encrypted_content: 'b', text: 'c' }, { id: 'd', encrypted_content: 'e', text: 'f' })).toEqual([
      'id other-id',
      'encrypted_content sealed-anew',
      'text other',
    ]);
  });

  it('goes as deep as data does, and pauses in what is long', () => {
    expect(differencesOf(nested(1, 20_000), nested(2, 20_000))).toHaveLength(1);
    const long = Array.from({ length: 50_000 }, (_, index) => ({ index }));
    const pauses = [
      ...differencesInSteps(
        long,
        long.map((each) => ({ ...each, more: 1 })),
      ),
    ];
    expect(pauses.length).toBeGreaterThan(50);
  });
});

function nested(value: JsonValue, depth: number): JsonValue {
  return depth === 0 ? value : Array.from({ length: depth }).reduce<JsonValue>((inside) => [inside], value);
}
