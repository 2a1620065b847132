import { expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { createItemStarts } from './item-starts.ts';
import { createStreamRecorder } from './record-stream.ts';

function startsOf(drawing: string) {
  const { log, append } = createStreamRecorder();
  append(new TextEncoder().encode(drawStream(drawing)), 0);
  return { starts: createItemStarts(log), length: log.length() };
}

it('finds where items are added, and where they begin without a word', () => {
  const { starts, length } = startsOf(`
    created            {}
    output_item.added  {"output_index":0}
    output_text.delta  {"output_index":0}
    output_text.delta  {"output_index":1}
    output_text.delta  {"output_index":1}
    output_item.added  {}
  `);
  expect(starts.extend(2, () => false)).toBe(true);
  expect(starts.list()).toEqual([1]);
  expect(starts.extend(length, () => false)).toBe(true);
  expect(starts.list()).toEqual([1, 3, 5]);
  expect([0, 1, 4, 5].map((event) => starts.beside(event, 1))).toEqual([1, 3, 5, null]);
  expect([1, 2, 3, 6].map((event) => starts.beside(event, -1))).toEqual([null, 1, 1, 5]);
});

it('stops when it is told to, and goes on from there', () => {
  const { starts, length } = startsOf('output_item.added {"output_index":0}\n'.repeat(200));
  expect(starts.extend(length, () => true)).toBe(false);
  const found = starts.list().length;
  expect(found).toBeLessThan(length);
  for (let round = 0; round < 9; round += 1) starts.extend(length, () => true);
  expect(starts.list()).toHaveLength(length);
});
