import { authorized } from '#state/exchange.ts';
import type { RetrieveTarget } from '#state/fetch-response.ts';
import { preferencesStore } from '#state/preferences.ts';
import { secretOf } from '#state/secret-of.ts';
import { makeRoomOnDisk, rememberKept, type KeptStream } from './kept-streams.ts';
import type { Credentials, LiveReport } from './live-messages.ts';
import { createLiveSession, type LivePort } from './live-session.ts';
import type { LiveStream } from './live-view.ts';
import { onNextFrame } from './next-frame.ts';
import { answerSample, type SampleQuestion } from './relay-sample.ts';

export type StartOptions = {
  /** What a reload left (`keptStream`): shown first, and gone on with. */
  readonly kept?: KeptStream | null;
  /** False: what was kept is shown, and nothing is asked until `resume`. True unless said otherwise. */
  readonly mayAsk?: boolean;
};

/**
 * Receives the stream of `target` in a worker, with the secret held for its connection; sends `stream=true` whatever the target says.
 * What arrives is kept for a reload of this tab unless the reader chose to keep nothing.
 */
export function startLive(target: RetrieveTarget, { kept = null, mayAsk = true }: StartOptions = {}): LiveStream {
  const isKeeping = preferencesStore.get().keepHistory;
  if (isKeeping) void makeRoomOnDisk();
  const session = createLiveSession(target, {
    openPort: openWorker,
    credentials: () => credentialsFor(target),
    onNextFrame,
    onOnline,
    pageOrigin: location.origin,
    keeping: isKeeping ? { continues: kept?.id ?? null } : null,
    onKept: (name) => rememberKept(target, name),
    mayAsk,
  });
  const unsubscribe = preferencesStore.subscribe(() => {
    if (!preferencesStore.get().keepHistory) session.keepNothing();
  });
  function dispose() {
    unsubscribe();
    session.dispose();
  }
  return { ...session, dispose };
}

function onOnline(callback: () => void): () => void {
  addEventListener('online', callback);
  return () => removeEventListener('online', callback);
}

function credentialsFor({ connection }: RetrieveTarget): Credentials {
  return authorized(connection, secretOf(connection));
}

function openWorker(): LivePort {
  const worker = new Worker(new URL('./live-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<LiveReport | SampleQuestion>) => {
    if (data.kind === 'sample') void answerSample(data);
  });
  return worker;
}
