import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8Length } from './format-bytes.ts';
import { jsonSize, quickJsonSize } from './json-size.ts';
import type { JsonValue } from './json.ts';

describe('jsonSize', () => {
  it('is the number of bytes that JSON.stringify would write', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
        const value = JSON.parse(text) as JsonValue;
        expect(jsonSize(value)).toBe(utf8Length(JSON.stringify(value)));
      }),
    );
  });

  it('counts half a surrogate pair as the escape it is written as', () => {
    expect(jsonSize(['\ud83d', '😀'])).toBe(utf8Length(JSON.stringify(['\ud83d', '😀'])));
  });

  it('does not overflow on deep nesting', () => {
    let value: JsonValue = [];
    for (let depth = 0; depth < 50_000; depth += 1) value = [value];
    expect(jsonSize(value)).toBe(100_002);
  });
});

describe('quickJsonSize', () => {
  it('is exact for what it walks to the end', () => {
    const value = { a: [1, 'two', null], b: 'é' };
    expect(quickJsonSize(value)).toEqual({ bytes: jsonSize(value), isWhole: true });
    expect(quickJsonSize('text')).toEqual({ bytes: 6, isWhole: true });
  });

  it('gives up early, with less than the whole', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => ({ row }));
    const size = quickJsonSize(rows, 500);
    expect(size.isWhole).toBe(false);
    expect(size.bytes).toBeLessThan(jsonSize(rows));
    expect(size.bytes).toBeGreaterThan(0);
  });
});
