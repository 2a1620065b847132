import { describe, expect, it } from 'vitest';
import { createClockReader } from './stream-clock.ts';

const STARTED = 1_800_000_000_000;

/** Events with their arrivals in milliseconds; the last one may end the response. */
function read(arrivals: readonly number[], { size = 300, end = null as object | null } = {}) {
  const reader = createClockReader(STARTED);
  for (const [index, arrival] of arrivals.entries()) {
    const type = end !== null && index === arrivals.length - 1 ? 'response.completed' : 'response.output_text.delta';
    const logged = { offset: 0, length: size, type, sequenceNumber: index, outputIndex: 0, arrival, read: index, connection: 0 };
    reader.take({ kind: 'event', type, json: end === null ? {} : { response: { ...end } } }, logged);
  }
  return reader.clock();
}

/** So many events, one behind the other. */
function steady(count: number, pace: number, from = 0): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index * pace);
}

describe('the backlog', () => {
  it('is all there is while the replay has not paused', () => {
    expect(read(steady(1000, 0.2))).toEqual({ startedAt: STARTED, backlog: 1000, isOriginal: true });
  });

  it('ends at the first pause', () => {
    expect(read([100, 100, 105, 110, 400, 410, 2000]).backlog).toBe(4);
    expect(read([...steady(100, 2), 400]).backlog).toBe(101);
  });

  it('ends where events come at the pace of a model, though without a pause', () => {
    const replayed = steady(2000, 0.1, 100);
    expect(read([...replayed, ...steady(60, 30, 330)]).backlog).toBeGreaterThanOrEqual(2000);
    expect(read([...replayed, ...steady(60, 30, 330)]).backlog).toBeLessThan(2020);
  });

  it('is next to nothing of a stream that we watched from its start', () => {
    expect(read(steady(60, 30)).backlog).toBeLessThan(3);
  });

  it('is all of a long replay over a slow line', () => {
    expect(read(steady(5000, 3)).backlog).toBe(5000);
  });
});

describe('times', () => {
  it('are those of a replay when the end was part of it', () => {
    expect(read(steady(50, 1), { end: {} })).toMatchObject({ backlog: 50, isOriginal: false });
    expect(read(steady(50, 1), { end: { completed_at: STARTED / 1000 - 60 } }).isOriginal).toBe(false);
  });

  it('are original when the server says that it ended after we asked', () => {
    expect(read(steady(50, 1), { end: { completed_at: STARTED / 1000 + 5 } }).isOriginal).toBe(true);
  });

  it('are original when the end came behind a pause', () => {
    expect(read([0, 10, 1000], { end: {} })).toMatchObject({ backlog: 2, isOriginal: true });
  });
});
