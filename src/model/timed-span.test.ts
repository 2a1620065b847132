import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import type { StreamClock } from './recording.ts';
import { headStart, timedSpanOf } from './timed-span.ts';

/** A second after noon. */
const STARTED = 1_795_348_801_000;

function spanOf(clock: Partial<StreamClock>, response: JsonObject = {}, first = 0, arrival = 40) {
  return timedSpanOf({
    clock: { startedAt: STARTED, backlog: 4, isOriginal: true, ...clock },
    log: { at: () => ({ offset: 0, length: 9, type: '', sequenceNumber: 0, outputIndex: 0, arrival, read: 0, connection: 0 }) },
    length: 1000,
    response,
    folded: { firstSequenceNumber: first },
  });
}

describe('timedSpanOf', () => {
  it('takes what came behind the backlog', () => {
    expect(spanOf({})).toEqual({ kind: 'tail', from: 4 });
  });

  it('takes all where there was no backlog, or the response began with the request', () => {
    expect(spanOf({ backlog: 0 })).toEqual({ kind: 'whole', from: 0 });
    expect(spanOf({}, { created_at: STARTED / 1000 })).toEqual({ kind: 'whole', from: 0 });
    expect(spanOf({ backlog: 100 }, { created_at: STARTED / 1000 })).toEqual({ kind: 'whole', from: 0 });
  });

  it('knows that many events at once are a backlog, unless they were waited for', () => {
    expect(spanOf({ backlog: 900 }, { created_at: STARTED / 1000 })).toEqual({ kind: 'tail', from: 900 });
    expect(spanOf({ backlog: 1000 }, { created_at: STARTED / 1000 }, 0, 9000)).toEqual({ kind: 'whole', from: 0 });
  });

  it('takes the tail of a response that was asked for from its middle on', () => {
    expect(spanOf({ backlog: 0 }, {}, 43)).toEqual({ kind: 'tail', from: 0 });
  });

  it('takes nothing where the times are unknown, of a replay, or of what was there before', () => {
    expect(spanOf({ startedAt: null })).toEqual({ kind: 'none', why: 'unknown' });
    expect(spanOf({ isOriginal: false })).toEqual({ kind: 'none', why: 'replay' });
    expect(spanOf({ backlog: 1000 })).toEqual({ kind: 'none', why: 'backlog' });
  });
});

describe('headStart', () => {
  it('compares the clock of the server with the time of the request', () => {
    const clock: StreamClock = { startedAt: STARTED, backlog: 0, isOriginal: true };
    expect(headStart({ clock, response: { created_at: STARTED / 1000 - 31 } })).toBe(31_000);
    expect(headStart({ clock, response: { created_at: STARTED / 1000 + 2 } })).toBe(0);
    expect(headStart({ clock, response: {} })).toBeNull();
  });
});
