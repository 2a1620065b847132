import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '#base/store.ts';
import type { JsonObject } from '#base/json.ts';
import { recordStream } from '#model/record-stream.ts';
import { drawStream } from '#testing/event-drawing.ts';
import { FIRST_VIEW, type LiveStream, type LiveView } from './live/live-view.ts';
import { createStreamSession, IDLE_STREAM, type StartHow, type StreamState } from './stream-session.ts';
import { whyWithoutStream } from './stream-sessions.ts';

const CREATED = '0 created {"response":{"id":"resp_1","status":"in_progress","output":[]}}';
const STREAMING = { kind: 'streaming', quietSince: null } as const;

function record(drawing: string) {
  return recordStream(new TextEncoder().encode(drawStream(drawing)), { kind: 'paste' }, 0);
}

/** A stream that does what it is told and notes it. */
function fakeLive() {
  const store = createStore(FIRST_VIEW);
  const calls: string[] = [];
  const show = (change: Partial<LiveView>) => store.set({ ...store.get(), ...change });
  const live: LiveStream = {
    store,
    stop: () => {
      calls.push('stop');
      show({ phase: { kind: 'ended', how: 'stopped' } });
    },
    resume: () => {
      calls.push('resume');
      show({ phase: STREAMING });
    },
    dispose: () => void calls.push('dispose'),
  };
  return { live, show, calls };
}

async function startedSession() {
  const fake = fakeLive();
  const start = vi.fn<(how: StartHow) => Promise<LiveStream>>(async () => fake.live);
  const session = createStreamSession(start);
  session.enter(true);
  await vi.advanceTimersByTimeAsync(0);
  return { ...fake, start, session };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a stream session', () => {
  it('starts when somebody looks, and passes on what comes', async () => {
    const { session, show } = await startedSession();
    expect(session.state.get().phase.kind).toBe('connecting');
    const recording = record(CREATED);
    show({ recording, phase: STREAMING });
    expect(session.recording.get()).toBe(recording);
    expect(session.state.get()).toMatchObject({ phase: STREAMING, hasEvents: true, hasResponse: true });
  });

  it('tells of a new state only when something but the recording is different', async () => {
    const { session, show } = await startedSession();
    show({ recording: record(CREATED), phase: STREAMING });
    const heard = vi.fn<() => void>();
    session.state.subscribe(heard);
    show({ recording: record(`${CREATED}\n1 queued {}`), phase: { ...STREAMING } });
    expect(heard).not.toHaveBeenCalled();
    show({ phase: { kind: 'streaming', quietSince: 5 } });
    expect(heard).toHaveBeenCalledOnce();
  });

  it('ends when it is left and goes on when it is looked at again', async () => {
    const { session, show, calls, start } = await startedSession();
    show({ recording: record(CREATED), phase: STREAMING });
    session.leave();
    expect(calls).toEqual(['stop']);
    session.enter(true);
    expect(calls).toEqual(['stop', 'resume']);
    expect(start).toHaveBeenCalledOnce();
  });

  it('stays stopped when the reader stopped it', async () => {
    const { session, show, calls } = await startedSession();
    show({ recording: record(CREATED), phase: STREAMING });
    session.stop();
    session.leave();
    session.enter(true);
    expect(calls).toEqual(['stop']);
  });

  it('gives up a start that was stopped before it was made', async () => {
    const fake = fakeLive();
    const session = createStreamSession(async () => fake.live);
    session.enter(true);
    session.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(fake.calls).toEqual(['dispose']);
    expect(session.state.get().phase).toEqual({ kind: 'ended', how: 'stopped' });
  });

  it('begins anew when it is asked for again', async () => {
    const { session, show, calls, start } = await startedSession();
    show({ recording: record(CREATED), phase: STREAMING });
    session.ask();
    expect(calls).toEqual(['dispose']);
    expect(session.recording.get()).toBeNull();
    await vi.advanceTimersByTimeAsync(0);
    expect(start.mock.calls).toEqual([['continue'], ['anew']]);
  });

  it('goes on from what was kept when it is asked for the first time in this page', async () => {
    const fake = fakeLive();
    const start = vi.fn<(how: StartHow) => Promise<LiveStream>>(async () => fake.live);
    createStreamSession(start).ask();
    await vi.advanceTimersByTimeAsync(0);
    expect(start.mock.calls).toEqual([['ask']]);
  });

  it('shows what was kept while the server may not be asked, and goes on once it may', async () => {
    const fake = fakeLive();
    const start = vi.fn<(how: StartHow) => Promise<LiveStream>>(async () => fake.live);
    const session = createStreamSession(start);
    session.enter(false);
    await vi.advanceTimersByTimeAsync(0);
    fake.show({ recording: record(CREATED), phase: { kind: 'ended', how: 'stopped' } });
    expect(session.state.get()).toMatchObject({ hasResponse: true, phase: { kind: 'ended' } });
    session.ask();
    session.enter(true);
    expect(fake.calls).toEqual(['resume']);
    expect(start.mock.calls).toEqual([['show']]);
  });

  it('stays idle where nothing was kept and the server may not be asked', async () => {
    const session = createStreamSession(async () => null);
    session.enter(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state.get()).toBe(IDLE_STREAM);
  });

  it('is a failure when its code cannot be loaded', async () => {
    const session = createStreamSession(() => Promise.reject(new Error('no such chunk')));
    session.enter(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state.get()).toMatchObject({ phase: { kind: 'ended' }, failure: { kind: 'unreachable' } });
  });

  it('gives a stream that was cancelled a moment for its last words, then takes the Response as told', async () => {
    const { session, show, calls } = await startedSession();
    show({ recording: record(CREATED), phase: STREAMING });
    const cancelled: JsonObject = { id: 'resp_1', status: 'cancelled', output: [] };
    session.settle(cancelled);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(calls).toEqual(['stop']);
    expect(session.recording.get()?.response).toEqual(cancelled);
    expect(session.state.get().phase).toEqual({ kind: 'ended', how: 'cancelled' });
  });

  it('does not wait for a connection to a response that is over', async () => {
    const { session, show, calls } = await startedSession();
    show({ recording: record(CREATED), phase: STREAMING });
    session.settle({ id: 'resp_1', status: 'cancelled', output: [] });
    show({ phase: { kind: 'reconnecting', attempt: 1, since: 0 } });
    expect(calls).toEqual(['stop']);
    expect(session.state.get().phase).toEqual({ kind: 'ended', how: 'cancelled' });
  });
});

describe('whyWithoutStream', () => {
  const ended = (change: Partial<StreamState>): StreamState => ({ ...IDLE_STREAM, phase: { kind: 'ended', how: 'cut-off' }, ...change });
  const refused = (status: number) =>
    ({
      kind: 'refused',
      status,
      error: { message: 'No.', type: null, code: null, param: null },
      requestId: null,
      retryAfterMilliseconds: null,
      body: '',
    }) as const;

  it('is null while the stream runs and when it brought a response', () => {
    expect(whyWithoutStream({ ...IDLE_STREAM, phase: STREAMING })).toBeNull();
    expect(whyWithoutStream(ended({ hasEvents: true, hasResponse: true }))).toBeNull();
    expect(whyWithoutStream(ended({ phase: { kind: 'ended', how: 'stopped' } }))).toBeNull();
  });

  it.each([400, 404, 405, 422, 500, 501])('asks for the object when the stream was refused with %i', (status) => {
    expect(whyWithoutStream(ended({ failure: refused(status) }))).toEqual({ kind: 'refused', failure: refused(status) });
  });

  it.each([401, 403, 429, 503])('stays a failure with %i, which the object would meet as well', (status) => {
    expect(whyWithoutStream(ended({ failure: refused(status) }))).toBeNull();
  });

  it('asks for the object when the stream was empty, and names an error that was all there was', () => {
    expect(whyWithoutStream(ended({}))).toEqual({ kind: 'empty' });
    const error = { message: 'Too long.', type: null, code: 'context_length_exceeded', param: null, event: 0 };
    expect(whyWithoutStream(ended({ hasEvents: true, error }))).toMatchObject({ kind: 'refused', failure: { found: 'error-body', error } });
  });
});
