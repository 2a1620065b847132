import { expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { createEventLog } from './event-log.ts';
import { eventOfSeq, firstEventOfItem, seqOfEvent } from './find-event.ts';

function logOf(drawing: string) {
  const log = createEventLog(() => undefined);
  log.append(new TextEncoder().encode(drawStream(drawing)), 0);
  return log;
}

it('finds events by their number, wherever the stream begins and what is missing', () => {
  const log = logOf('7 created\n8 in_progress\n11 completed\n[DONE]');
  expect([7, 8, 11].map((seq) => eventOfSeq(log, 4, seq))).toEqual([0, 1, 2]);
  expect(eventOfSeq(log, 4, 9)).toBeNull();
  expect(eventOfSeq(log, 2, 11)).toBeNull();
  expect([0, 1, 2].map((event) => seqOfEvent(log, 4, event))).toEqual([7, 8, 11]);
});

it('counts by arrival where there are no numbers', () => {
  const log = logOf('created\nin_progress\ncompleted');
  expect([0, 2, 3].map((seq) => eventOfSeq(log, 3, seq))).toEqual([0, 2, null]);
  expect(seqOfEvent(log, 3, 1)).toBe(1);
});

it('has no name for an event whose place is the number of another', () => {
  const log = logOf('0 created\nping\n1 completed');
  expect(seqOfEvent(log, 3, 1)).toBeNull();
  expect(seqOfEvent(log, 3, 2)).toBe(1);
});

it('finds where an item begins, from some event on', () => {
  const log = logOf(
    'created\noutput_item.added {"output_index":0}\noutput_item.added {"output_index":1}\noutput_item.done {"output_index":0}',
  );
  expect(firstEventOfItem(log, 0, 0, 4)).toBe(1);
  expect(firstEventOfItem(log, 0, 2, 4)).toBe(3);
  expect(firstEventOfItem(log, 0, 2, 3)).toBeNull();
});
