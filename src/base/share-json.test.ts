import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonValue } from './json.ts';
import { shareJson } from './share-json.ts';

const json = fc.jsonValue().map((value) => value as JsonValue);

it('keeps the parts that are equal, and only these', () => {
  const before = { list: [{ a: 1 }, { b: 2 }], other: { c: 3 }, gone: null };
  const after = shareJson(before, { list: [{ a: 1 }, { b: 9 }], other: { c: 3 } });
  expect(after).toEqual({ list: [{ a: 1 }, { b: 9 }], other: { c: 3 } });
  expect(after['list']).not.toBe(before.list);
  expect(after['list'][0]).toBe(before.list[0]);
  expect(after['other']).toBe(before.other);
});

it('gives back the value before when nothing changed, and what was asked for in any case', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      expect(JSON.stringify(shareJson(before, after))).toBe(JSON.stringify(after));
      expect(shareJson(before, structuredClone(before))).toBe(before);
    }),
  );
});

it('survives any depth', () => {
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as JsonValue;
  expect(shareJson(structuredClone(1), deep)).toBe(deep);
  expect(shareJson([], deep)).toHaveLength(1);
});
