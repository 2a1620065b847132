import { authorized } from '#state/exchange.ts';
import type { RetrieveTarget } from '#state/fetch-response.ts';
import { secretOf } from '#state/secret-of.ts';
import type { Credentials } from './live-messages.ts';
import { createLiveSession, type LivePort } from './live-session.ts';
import type { LiveStream } from './live-view.ts';
import { onNextFrame } from './next-frame.ts';

/** Starts to receive the stream of `target` in a worker, with the secret held for its connection; sends `stream=true` whatever the link says. */
export function startLive(target: RetrieveTarget): LiveStream {
  return createLiveSession(target, {
    openPort: openWorker,
    credentials: () => credentialsFor(target),
    onNextFrame,
    pageOrigin: location.origin,
  });
}

function credentialsFor({ connection }: RetrieveTarget): Credentials {
  return authorized(connection, secretOf(connection));
}

function openWorker(): LivePort {
  return new Worker(new URL('./live-worker.ts', import.meta.url), { type: 'module' });
}
