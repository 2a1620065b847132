import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJsonPointer, readJsonPointer } from './json-pointer.ts';
import { isJsonArray, isJsonObject, type JsonPath, type JsonValue } from './json.ts';

function allPaths(value: JsonValue, path: JsonPath = []): readonly JsonPath[] {
  const children: readonly (readonly [string | number, JsonValue])[] = isJsonArray(value)
    ? value.map((child, index) => [index, child] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return [path, ...children.flatMap(([step, child]) => allPaths(child, [...path, step]))];
}

describe('JSON Pointers', () => {
  it('reads as RFC 6901 has it', () => {
    expect(formatJsonPointer([])).toBe('');
    expect(formatJsonPointer(['output', 3, 'a/b', 'm~n', ''])).toBe('/output/3/a~1b/m~0n/');
  });

  it('comes back to the same place of any document', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (document) => {
        const value = document as JsonValue;
        for (const path of allPaths(value)) expect(readJsonPointer(value, formatJsonPointer(path))).toEqual(path);
      }),
    );
  });

  it('takes a number for an index only in an array', () => {
    expect(readJsonPointer({ '0': ['a'] }, '/0/0')).toEqual(['0', 0]);
  });

  it.each(['output', '/1', '/list/2', '/list/01', '/list/-', '/list/0/x', '/toString'])('leads nowhere: %s', (pointer) => {
    expect(readJsonPointer({ list: ['a', 'b'] }, pointer)).toBeNull();
  });
});
