import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { markRead, markView, trackJson, untracked } from './tracked-json.ts';

const objects = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);

describe('trackJson', () => {
  it('reads like the value itself, whatever it is', () => {
    fc.assert(
      fc.property(objects, (root) => {
        const { value } = trackJson(root);
        expect(JSON.stringify(value)).toBe(JSON.stringify(root));
        expect(value).toEqual(root);
        expect(copyOf(value)).toEqual(root);
      }),
    );
  });

  it('has one stand-in for every object, and gives the object back', () => {
    fc.assert(
      fc.property(objects, (root) => {
        const { value } = trackJson(root);
        for (const key of Object.keys(root)) {
          expect(value[key]).toBe(value[key]);
          expect(untracked(value[key])).toBe(root[key]);
        }
        expect(untracked(value)).toBe(root);
      }),
    );
  });

  it('knows what was read and nothing else', () => {
    const root = { a: 1, b: { c: null, d: [true, 'x'], empty: [] }, e: {} };
    const { value, reads } = trackJson(root);
    const b = value['b'];
    expect(isJsonObject(b) && Object.keys(b)).toEqual(['c', 'd', 'empty']);
    expect(isJsonObject(b) && 'c' in b && Object.hasOwn(b, 'd')).toBe(true);
    const d = isJsonObject(b) ? b['d'] : null;
    expect(isJsonArray(d) && d.length).toBe(2);
    expect(['a', 'e'].map((key) => reads.wasRead(root, key))).toEqual([false, false]);
    expect(isJsonArray(d) && d[1]).toBe('x');
    expect(isJsonObject(b) && b['empty']).toEqual([]);
    expect(['0', '1', 'length'].map((key) => reads.wasRead(root.b.d, key))).toEqual([false, true, false]);
    expect(['c', 'd', 'empty'].map((key) => reads.wasRead(root.b, key))).toEqual([false, false, true]);
  });

  it('takes the list methods, spreads and frozen values that views use', () => {
    const list = Object.freeze([Object.freeze({ n: 1 }), 2, [3]]);
    const { value } = trackJson(Object.freeze({ list }));
    const seen = value['list'];
    if (!isJsonArray(seen)) throw new Error('the list is a list');
    expect(Array.isArray(seen)).toBe(true);
    expect([...seen]).toEqual(list);
    expect(seen.slice(1)).toEqual([2, [3]]);
    expect([0, ...seen.concat([4])].length).toBe(5);
    expect(seen.map((one) => typeof one)).toEqual(['object', 'number', 'object']);
    expect({ ...value }).toEqual({ list });
  });

  it('keeps odd keys as data', () => {
    const root = JSON.parse('{"__proto__":{"x":1},"constructor":{"y":2},"length":3,"toString":"s","toJSON":4}') as JsonObject;
    const { value, reads } = trackJson(root);
    expect(Object.keys(value).map((key) => JSON.stringify(value[key]))).toEqual(['{"x":1}', '{"y":2}', '3', '"s"', '4']);
    expect(reads.wasRead(root, 'length')).toBe(true);
  });

  it('tells of every first read, once', () => {
    let changes = 0;
    const { value } = trackJson({ a: 1, b: [2] }, () => {
      changes += 1;
    });
    expect([value['a'], value['a']]).toEqual([1, 1]);
    expect(changes).toBe(1);
    markRead(value);
    expect(changes).toBe(2);
  });
});

describe('markView', () => {
  it('keeps the strongest word, and takes none for a value that is not tracked', () => {
    const root = { a: { b: 1 } };
    const { value, reads } = trackJson(root);
    expect(reads.markOf(root.a)).toBeNull();
    markView(root.a, 'offered');
    expect(reads.markOf(root.a)).toBeNull();
    for (const mark of ['opened', 'folded'] as const) markView(value['a'], mark);
    expect(reads.markOf(root.a)).toBe('opened');
    markView(value['a'], 'offered');
    expect(reads.markOf(root.a)).toBe('offered');
  });
});

/** Put together field by field, as views read. */
function copyOf(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(copyOf);
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copyOf(child)])) : value;
}
