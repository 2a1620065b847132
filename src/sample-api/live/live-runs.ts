import { sequenceNumberOf } from '#protocol/stream-event.ts';
import { Refusal } from '#sample-api/errors.ts';
import type { Wait } from '#sample-api/piecewise-body.ts';
import type { RetrieveQuery } from '#sample-api/query.ts';
import { sendable } from '#sample-api/replay.ts';
import type { SampleLibrary, StoredResponse } from '#sample-api/sample-library.ts';
import { cancelledTimeline } from './cancelled-timeline.ts';
import { liveBody } from './live-body.ts';
import { findLiveSample, type LiveSample } from './live-samples.ts';
import { placeAfter, type LiveFrame, type Timeline } from './timeline.ts';

/** All that is remembered of a run; what it sends follows from its sample and the clock. Unix milliseconds. */
type Run = {
  readonly startedAt: number;
  askedAt: number;
  /** Milliseconds after the start. */
  cancelledAfter: number | null;
  /** Aborts when the run is cancelled. */
  readonly turn: AbortController;
};

export type LiveRuns = {
  /** The response as it stands now; its run begins with the first request for this very ID. Null for IDs that are not live. */
  readonly find: (id: string) => Promise<StoredResponse | null>;
};

/** A run that nobody has asked for in this time is forgotten: the next request begins it anew. In milliseconds. */
const FORGOTTEN_AFTER = 10 * 60_000;
const MOST_RUNS = 1000;

/** Background responses that work while time passes. `now` answers Unix milliseconds, and `wait` waits on the same clock. */
export function createLiveRuns({ find: read }: SampleLibrary, now: () => number, wait: Wait): LiveRuns {
  const runs = new Map<string, Run>();

  /** Keeps the runs in the order in which they were last asked for. */
  function runOf(id: string, { headStart = 0 }: LiveSample): Run {
    const time = now();
    for (const [other, { askedAt }] of runs) {
      if (time - askedAt <= FORGOTTEN_AFTER && runs.size <= MOST_RUNS) break;
      runs.delete(other);
    }
    const run = runs.get(id) ?? { startedAt: time - headStart, askedAt: time, cancelledAfter: null, turn: new AbortController() };
    run.askedAt = time;
    runs.delete(id);
    runs.set(id, run);
    return run;
  }

  async function find(id: string): Promise<StoredResponse | null> {
    const match = findLiveSample(id);
    if (match === null) return null;
    const { sample, words } = match;
    const cuts = new Set<number | null>(sample.cutsBehind?.(words));
    const run = runOf(id, sample);
    const whole = await sample.begin({ id, words, startedAt: run.startedAt }, read);
    return storedRun({ run, sample, whole, cuts, now, wait });
  }

  return { find };
}

type RunInView = {
  readonly run: Run;
  readonly sample: LiveSample;
  /** The timeline it has when nobody cancels it. */
  readonly whole: Timeline;
  /** The sequence numbers behind which its connections are cut. */
  readonly cuts: ReadonlySet<number | null>;
  readonly now: () => number;
  readonly wait: Wait;
};

function storedRun(view: RunInView): StoredResponse {
  const { run, whole, now } = view;
  const elapsed = () => now() - run.startedAt;
  const timelineNow = lastMade((cancelledAfter: number | null) =>
    cancelledAfter === null ? whole : cancelledTimeline(whole, cancelledAfter),
  );
  const timeline = () => timelineNow(run.cancelledAfter);
  const body = () => timeline().bodyAt(placeAfter(timeline(), elapsed()));
  return {
    get body() {
      return body();
    },
    get text() {
      return JSON.stringify(body(), null, 2);
    },
    readInput: async () => whole.input,
    openStream: async (query) => openRun(view, timeline, elapsed, query),
    cancel: () => {
      if (run.cancelledAfter !== null || placeAfter(whole, elapsed()) === whole.length) return;
      run.cancelledAfter = elapsed();
      run.turn.abort();
    },
  };
}

function openRun({ run, sample, cuts, now, wait }: RunInView, timeline: () => Timeline, elapsed: () => number, query: RetrieveQuery) {
  if (elapsed() > (sample.streamableFor ?? Infinity)) {
    throw new Refusal(400, { message: 'This response can no longer be streamed because it is more than 5 minutes old.', param: 'stream' });
  }
  return liveBody({
    timeAt: (place) => {
      run.askedAt = now();
      return timeline().timeAt(place);
    },
    frameAt: (place) => timeline().frameAt(place),
    from: query.startingAfter === null ? 0 : timeline().placeBehind(query.startingAfter),
    textOf: ({ event, text }: LiveFrame) => (event === null ? text : timeline().write(sendable(event, query))),
    isCutBehind: ({ event }) => event !== null && cuts.has(sequenceNumberOf(event)),
    elapsed,
    wait,
    turn: run.turn.signal,
  });
}

/** Makes a value anew only when the key is another one. */
function lastMade<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    if (last === null || last.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
