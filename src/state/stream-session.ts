import type { JsonObject } from '#base/json.ts';
import { createStore, type ReadableStore } from '#base/store.ts';
import type { StreamError } from '#model/fold-state.ts';
import type { JsonRecording, StreamRecording } from '#model/recording.ts';
import { endingOf, settleStream } from '#model/settle-stream.ts';
import type { LivePhase, LiveStream, LiveView } from './live/live-view.ts';

/** A stream as it stands, without what changes with every frame. A new object only when something in it is different. */
export type StreamState = Pick<LiveView, 'reconnections' | 'failure' | 'storageProblem'> & {
  readonly phase: LivePhase | { readonly kind: 'idle' };
  /** The whole Response, where the server answered with that instead. */
  readonly answer: JsonRecording | null;
  readonly hasEvents: boolean;
  /** True once the events tell of a response. */
  readonly hasResponse: boolean;
  /** The first `error` event. */
  readonly error: StreamError | null;
};

/** One link's stream, for as long as the page is open: it ends when nobody looks any more and goes on when somebody does again. */
export type StreamSession = {
  readonly state: ReadableStore<StreamState>;
  /** Changes with every frame. */
  readonly recording: ReadableStore<StreamRecording | null>;
  /** Somebody looks: starts, or goes on where leaving ended it. */
  readonly enter: () => void;
  readonly leave: () => void;
  /** From the start, as for the first time. */
  readonly restart: () => void;
  readonly stop: () => void;
  readonly resume: () => void;
  /** The Response as the API told it elsewhere. Once it has ended the stream is given a moment to say so itself. */
  readonly settle: (response: JsonObject) => void;
  /** Ends it for good and frees what it used. */
  readonly dispose: () => void;
};

export const IDLE_STREAM: StreamState = {
  phase: { kind: 'idle' },
  reconnections: [],
  failure: null,
  storageProblem: null,
  answer: null,
  hasEvents: false,
  hasResponse: false,
  error: null,
};

/** So long may a stream go on once the response is known to have ended, in milliseconds. */
const LAST_WORDS = 3_000;

/** `start` makes the stream, asked for when it is first needed: its code is not there before. */
export function createStreamSession(start: () => Promise<LiveStream>): StreamSession {
  const state = createStore(IDLE_STREAM);
  const recording = createStore<StreamRecording | null>(null);
  let live: LiveStream | null = null;
  let stopListening: (() => void) | null = null;
  /** Rises with every start and stop, so that a start that was given up is recognised. */
  let run = 0;
  let wasLeft = false;
  let told: JsonObject | null = null;
  let lastWords: ReturnType<typeof setTimeout> | undefined;

  function take() {
    const view = live?.store.get();
    if (view === undefined) return;
    const isOver = view.phase.kind === 'ended';
    const settled = isOver && told !== null && view.recording !== null ? settleStream(view.recording, told) : view.recording;
    recording.set(settled);
    publish(stateOf(view, settled, told));
    if (told !== null && view.phase.kind === 'reconnecting') live?.stop(); // there is nothing left to connect to
  }

  function publish(next: StreamState) {
    if (!isSame(state.get(), next)) state.set(next);
  }

  function release() {
    run += 1;
    clearTimeout(lastWords);
    stopListening?.();
    live?.dispose();
    stopListening = null;
    live = null;
    told = null;
    wasLeft = false;
  }

  async function begin() {
    release();
    const mine = run;
    recording.set(null);
    publish({ ...IDLE_STREAM, phase: { kind: 'connecting' } });
    const started = await start().catch(() => null);
    if (mine !== run) started?.dispose();
    else if (started === null) publish({ ...IDLE_STREAM, phase: { kind: 'ended', how: 'cut-off' }, failure: { kind: 'unreachable' } });
    else {
      live = started;
      stopListening = started.store.subscribe(take);
      take();
    }
  }

  function isRunning(): boolean {
    const { kind } = state.get().phase;
    return kind !== 'idle' && kind !== 'ended';
  }

  function stop() {
    if (!isRunning()) return;
    if (live !== null) live.stop();
    else {
      run += 1;
      publish({ ...IDLE_STREAM, phase: { kind: 'ended', how: 'stopped' } });
    }
  }

  function resume() {
    if (live === null) void begin();
    else live.resume();
  }

  return {
    state,
    recording,
    enter: () => {
      if (state.get().phase.kind === 'idle') void begin();
      else if (wasLeft) resume();
      wasLeft = false;
    },
    leave: () => {
      wasLeft = isRunning();
      stop();
    },
    restart: () => void begin(),
    stop,
    resume,
    settle: (response) => {
      if (endingOf(response) === null) return;
      told = response;
      clearTimeout(lastWords);
      lastWords = setTimeout(stop, LAST_WORDS);
      take();
    },
    dispose: release,
  };
}

function stateOf(view: LiveView, recording: StreamRecording | null, told: JsonObject | null): StreamState {
  const { phase, reconnections, failure, storageProblem, answer } = view;
  const isSettled = told !== null && phase.kind === 'ended' && recording !== null;
  return {
    phase: isSettled ? { kind: 'ended', how: recording.folded.ending ?? phase.how } : phase,
    reconnections,
    failure,
    storageProblem,
    answer,
    hasEvents: (recording?.length ?? 0) > 0,
    hasResponse: recording !== null && (recording.folded.response !== null || isSettled),
    error: recording?.folded.errors[0] ?? null,
  };
}

function isSame(left: StreamState, right: StreamState): boolean {
  return (
    left.reconnections === right.reconnections &&
    left.failure === right.failure &&
    left.storageProblem === right.storageProblem &&
    left.answer === right.answer &&
    left.hasEvents === right.hasEvents &&
    left.hasResponse === right.hasResponse &&
    left.error === right.error &&
    JSON.stringify(left.phase) === JSON.stringify(right.phase)
  );
}
