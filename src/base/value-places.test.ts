import { describe, expect, it } from 'vitest';
import { valueAt, type JsonValue } from './json.ts';
import { placesIn } from './value-places.ts';

describe('placesIn', () => {
  const item: JsonValue = { type: 'message', content: [{ type: 'output_text', annotations: [{}] }, {}] };
  const places = placesIn(item, ['output', 3]);

  it.each([[[]], [['content']], [['content', 1]], [['content', 0, 'annotations', 0]]])('finds what stands at %j', (path) => {
    expect(places.pathOf(valueAt(item, path))).toEqual(['output', 3, ...path]);
  });

  it('tells equal values apart by where they stand', () => {
    const list = [{}, {}];
    expect(placesIn(list, []).pathOf(list[1])).toEqual([1]);
  });

  it('knows nothing of copies, scalars and what is missing', () => {
    expect(places.pathOf({ type: 'output_text', annotations: [{}] })).toBeNull();
    expect(places.pathOf('message')).toBeNull();
    expect(places.pathOf(undefined)).toBeNull();
  });

  it('goes as deep as the document does', () => {
    let deep: JsonValue = [];
    const innermost = deep;
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    expect(placesIn(deep, []).pathOf(innermost)).toHaveLength(50_000);
  });
});
