import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitOnClock } from './piecewise-body.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('waitOnClock', () => {
  it('waits as long as it is told, and no longer listens then', async () => {
    const { signal } = new AbortController();
    const waited = waitOnClock(50, signal);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(50);
    await waited;
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('ends when the reader leaves', async () => {
    const reader = new AbortController();
    const waited = waitOnClock(3_600_000, reader.signal);
    reader.abort();
    await waited;
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(reader.signal, 'abort')).toEqual([]);
  });
});
