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
  /** Somebody looks: starts, or goes on where leaving ended it. While the server may not be asked (a key is missing), what was kept is shown. */
  readonly enter: (mayAsk: boolean) => void;
  readonly leave: () => void;
  /** The reader asks for it: from the start, or on from what was kept where this page has not asked yet. */
  readonly ask: () => void;
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

/** A part of the viewer could not be loaded. */
const UNLOADED: StreamState = { ...IDLE_STREAM, phase: { kind: 'ended', how: 'cut-off' }, failure: { kind: 'unreachable' } };

/** So long may a stream go on once the response is known to have ended, in milliseconds. */
const LAST_WORDS = 3_000;

/** `continue`: from what this tab kept, if it kept anything. `ask`: the same, unless that is over. `anew`: from the start. `show`: only what was kept, without asking. */
export type StartHow = 'continue' | 'ask' | 'anew' | 'show';

/** `start` makes the stream, asked for when it is first needed: its code is not there before. Null where there is nothing to show. */
export function createStreamSession(start: (how: StartHow) => Promise<LiveStream | null>): StreamSession {
  const state = createStore(IDLE_STREAM);
  const recording = createStore<StreamRecording | null>(null);
  let live: LiveStream | null = null;
  let stopListening: (() => void) | null = null;
  /** Rises with every start and stop, so that a start that was given up is recognised. */
  let run = 0;
  let wasLeft = false;
  let isOnlyShown = false;
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
    isOnlyShown = false;
  }

  async function begin(how: StartHow) {
    release();
    const mine = run;
    recording.set(null);
    publish(how === 'show' ? IDLE_STREAM : { ...IDLE_STREAM, phase: { kind: 'connecting' } });
    const started = await start(how).catch(() => undefined);
    if (mine !== run) started?.dispose();
    else if (started === undefined && how !== 'show') publish(UNLOADED);
    else if (started) {
      live = started;
      isOnlyShown = how === 'show';
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
    isOnlyShown = false;
    if (live === null) void begin('anew');
    else live.resume();
  }

  return {
    state,
    recording,
    enter: (mayAsk) => {
      if (state.get().phase.kind === 'idle') void begin(mayAsk ? 'continue' : 'show');
      else if (mayAsk && (wasLeft || isOnlyShown)) resume();
      wasLeft = false;
    },
    leave: () => {
      wasLeft = isRunning();
      stop();
    },
    ask: () => {
      if (isOnlyShown && isResumable(state.get())) resume();
      else void begin(state.get().phase.kind === 'idle' ? 'ask' : 'anew');
    },
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

function isResumable({ phase }: StreamState): boolean {
  return phase.kind === 'ended' && (phase.how === 'stopped' || phase.how === 'cut-off');
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
