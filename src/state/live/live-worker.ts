import { answerSamplesWith } from '#state/sample-fetch.ts';
import { sendRequest } from '#state/send-request.ts';
import { createLiveHost } from './live-host.ts';
import type { LiveOrder, LiveReport } from './live-messages.ts';
import { askPage } from './relay-sample.ts';
import { createStreamStore } from './stream-store.ts';

answerSamplesWith({ fetch: (request) => askPage(request, (question, transfer) => postMessage(question, { transfer })) });

const host = createLiveHost({
  send: sendRequest,
  post: (report: LiveReport, buffers: ArrayBuffer[] = []) => postMessage(report, { transfer: buffers }),
  store: createStreamStore(),
  newName: () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  claim,
});

/** Holds a lock until this worker is gone. Browsers withhold locks from pages on plain http: there nothing can be claimed. */
function claim(name: string): Promise<boolean> {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (locks === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const hold = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise<never>(() => undefined);
    };
    locks.request(`responses-devtools.stream.${name}`, { ifAvailable: true }, hold).catch(() => resolve(false));
  });
}

addEventListener('message', ({ data }: MessageEvent<LiveOrder>) => host.take(data));
