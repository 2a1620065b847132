import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAdoptingEventLog, createEventLog, type EventLog, type LogBatch } from '#model/event-log.ts';
import { drawStream } from '#testing/event-drawing.ts';
import { createBatchPoster } from './post-batches.ts';

const STREAM = new TextEncoder().encode(
  `\uFEFF: hello\n\n${drawStream(`
    0 created            {"response":{"id":"resp_é"}}
    1 output_text.delta  {"output_index":0,"delta":"☕"}
    keepalive
    {"broken
    [DONE]
  `)}event: named\r\ndata: {"a":\r\ndata: 1}\r\n\r\n: bye\n\ndata: {"type":"ping"}`,
);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

/** All that a log says. */
function contentsOf(log: EventLog) {
  const connections = Array.from({ length: log.connectionCount() }, (_, index) => index);
  return {
    events: Array.from({ length: log.length() }, (_, index) => [log.at(index), log.eventAt(index), log.sourceAt(index)]),
    connections: connections.map((connection) => [[...log.bytesOf(connection)], log.readsOf(connection)]),
    heartbeats: log.heartbeats(),
    byteCount: log.byteCount(),
  };
}

it('makes a log in another thread that is the same as one made here, however the reads and batches are cut', async () => {
  const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: STREAM.length - 1 }), fc.integer({ min: 0, max: 40 })), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(cuts, { minLength: 1, maxLength: 3 }), async (connections) => {
      const here = createEventLog(() => undefined);
      const there = createAdoptingEventLog();
      const poster = createBatchPoster({
        onEvent: () => undefined,
        post: (batch, _, buffers) => there.adopt(structuredClone(batch, { transfer: buffers })),
      });
      for (const pauses of connections) {
        const ends = [...pauses.map(([end]) => end).toSorted((left, right) => left - right), STREAM.length];
        here.connect();
        poster.connect();
        there.connect(poster.readCount());
        for (const [index, end] of ends.entries()) {
          const piece = STREAM.slice(ends[index - 1] ?? 0, end);
          here.append(piece, Date.now());
          poster.append(piece, Date.now());
          await vi.advanceTimersByTimeAsync(pauses[index]?.[1] ?? 0);
        }
        here.disconnect();
        poster.disconnect(false);
      }
      expect(contentsOf(there)).toEqual(contentsOf(here));
    }),
    { numRuns: 40 },
  );
});

it('posts the first read at once, and what follows within a frame together', async () => {
  const batches: LogBatch[] = [];
  const poster = createBatchPoster({ onEvent: () => undefined, post: (batch) => batches.push(batch) });
  const frame = new TextEncoder().encode(drawStream('keepalive'));
  poster.connect();
  for (let read = 0; read < 10; read += 1) poster.append(frame, read);
  expect(batches).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(16);
  expect(batches.map(({ rows }) => rows.read.length)).toEqual([1, 9]);
});

it('does not count the half of an event behind which a connection broke, but keeps its bytes', () => {
  const log = createAdoptingEventLog();
  const poster = createBatchPoster({ onEvent: () => undefined, post: (batch) => log.adopt(batch) });
  const bytes = new TextEncoder().encode(drawStream('0 keepalive\n1 keepalive'));
  poster.connect();
  log.connect(0);
  poster.append(bytes.slice(0, -10), 0);
  poster.disconnect(true);
  expect(log.length()).toBe(1);
  expect(log.byteCount()).toBe(bytes.length - 10);
});
