import { describe, expect, it } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { isEvenlyPaced, playOn, waitAfter } from './playback.ts';
import { createStreamRecorder } from './record-stream.ts';

/** Events that arrive at these milliseconds. */
function stream(arrivals: readonly number[], clock = { startedAt: 0 as number | null, backlog: 0, isOriginal: true }) {
  const recorder = createStreamRecorder();
  for (const arrival of arrivals) recorder.append(new TextEncoder().encode(drawFrames('keepalive')[0]), arrival);
  return { log: recorder.log, length: arrivals.length, clock };
}

describe('playing', () => {
  const played = stream([0, 100, 100, 5_100]);

  it('goes on at the pace at which events arrived', () => {
    expect(playOn(played, { event: 0, waited: 0 }, 60, Infinity)).toEqual({ event: 0, waited: 60 });
    expect(playOn(played, { event: 0, waited: 60 }, 60, Infinity)).toEqual({ event: 2, waited: 20 });
  });

  it('takes no wait for longer than it may', () => {
    expect(playOn(played, { event: 2, waited: 0 }, 2_000, 2_000).event).toBe(3);
    expect(playOn(played, { event: 2, waited: 0 }, 2_000, Infinity).event).toBe(2);
  });

  it('plays no more at once than can be folded within a frame', () => {
    const burst = stream(Array.from({ length: 2_000 }, () => 0));
    expect(playOn(burst, { event: 0, waited: 0 }, 100, Infinity)).toEqual({ event: 500, waited: 0 });
  });

  it('stays at the last event', () => {
    expect(playOn(played, { event: 0, waited: 0 }, 1e6, Infinity)).toEqual({ event: 3, waited: 0 });
    expect(waitAfter(played, 3)).toBeNull();
  });

  it('is even where the times say nothing: those of a replay, of what was there before, or none', () => {
    const clocks = [
      { startedAt: null, backlog: 0, isOriginal: true },
      { startedAt: 0, backlog: 0, isOriginal: false },
      { startedAt: 0, backlog: 4, isOriginal: true },
    ];
    for (const clock of clocks) {
      expect(isEvenlyPaced(stream([0, 0, 0, 9_000], clock))).toBe(true);
      expect(waitAfter(stream([0, 0, 0, 9_000], clock), 2)).toBe(10);
    }
    expect(isEvenlyPaced(played)).toBe(false);
  });
});
