import type { Wait } from '#sample-api/piecewise-body.ts';

/** A clock that goes on only when somebody waits on it, or when it is told to: hours pass in no time. Starts at 1,790,000,000 s. */
export function createTestClock() {
  let time = 1_790_000_000_000;
  const advance = (milliseconds: number) => void (time += milliseconds);
  const wait: Wait = async (milliseconds, signal) => {
    if (!signal.aborted) advance(milliseconds);
  };
  return { now: () => time, wait, advance };
}
