import { useEffect } from 'react';
import { createStore } from '#base/store.ts';
import type { Recording, StreamRecording } from '#model/recording.ts';
import { IDLE_STREAM, type StreamSession, type StreamState } from '#state/stream-session.ts';
import { useStore } from '#state/use-store.ts';
import type { Retrieval } from './use-retrieval.ts';

const NO_STATE = createStore<StreamState>(IDLE_STREAM);
const NO_RECORDING = createStore<StreamRecording | null>(null);

/** The state of `session`, which runs while this is shown and the server may be asked; null without one. */
export function useStream(session: StreamSession | null, mayAsk: boolean): StreamState | null {
  const state = useStore(session?.state ?? NO_STATE);
  useEffect(() => session?.enter(mayAsk), [session, mayAsk]);
  useEffect(() => session?.leave, [session]);
  return session === null ? null : state;
}

/** What there is to show, another one with every frame of a stream. Null where there is nothing. */
export function useRecording({ retrieved, stream }: Pick<Retrieval, 'retrieved' | 'stream'>): Recording | null {
  const streamed = useStore(stream?.session.recording ?? NO_RECORDING);
  const isShown = streamed !== null && (stream?.state.hasResponse === true || retrieved === null);
  return isShown ? streamed : (retrieved?.recording ?? null);
}
