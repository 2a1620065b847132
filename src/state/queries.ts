import { QueryClient, queryOptions } from '@tanstack/react-query';
import { createStore } from '#base/store.ts';
import { stringOf } from '#base/json.ts';
import { isUnfinished } from '#protocol/response-fields.ts';
import { RetrieveError, type RetrieveFailure } from '#protocol/failure.ts';
import { isWorthRetrying } from '#protocol/worth-retrying.ts';
import type { Recording } from '#model/recording.ts';
import { whatChanged } from '#model/what-changed.ts';
import { fetchRecording, type RetrieveTarget } from './fetch-response.ts';
import type { OpenedRecording } from './kept-recordings.ts';
import { secretOf } from './secret-of.ts';

/** A recording, and what is different from the one that was here before it (null for the first). */
export type Retrieved = { readonly recording: Recording; readonly changes: readonly string[] | null };

const MOST_RETRIES = 2;
const FIRST_POLL = 2_000;
const SLOWEST_POLL = 10_000;

/** One client for the app. `always`, since a server on this computer answers without a network. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // Bodies reach tens of megabytes, and a new body is a new recording: comparing them by value buys nothing.
        structuralSharing: false,
        retry: (count, error) => count < MOST_RETRIES && error instanceof RetrieveError && isWorthRetrying(error.failure),
        retryDelay: (count, error) => retryDelay(count, error instanceof RetrieveError ? error.failure : null),
      },
    },
  });
}

/** Bytes of bodies being received, by response ID; for the progress line. */
const progress = createStore<ReadonlyMap<string, number>>(new Map());
export const progressStore = { get: progress.get, subscribe: progress.subscribe };

function setProgress(responseId: string, bytes: number | null): void {
  const next = new Map(progress.get());
  if (bytes === null) next.delete(responseId);
  else next.set(responseId, bytes);
  progress.set(next);
}

/** Retrieves `target` with the secret held for its connection, if that was entered for the connection's origin. The query key names no secret. */
export function responseQuery(target: RetrieveTarget) {
  const { connection, responseId, parameters } = target;
  return queryOptions({
    queryKey: ['response', connection.id, connection.baseUrl, responseId, parameters] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<Retrieved> => {
      const before = client.getQueryData<Retrieved>(queryKey)?.recording ?? null;
      const failures = client.getQueryState(queryKey)?.fetchFailureCount ?? 0;
      const purpose = failures > 0 ? 'retry' : before !== null && isStillRunning(before) ? 'poll' : 'retrieve';
      try {
        const onProgress = throttled((bytes) => setProgress(responseId, bytes));
        const recording = await fetchRecording(target, { secret: secretOf(connection), purpose, signal, onProgress });
        return { recording, changes: before === null ? null : whatChanged(before.response, recording.response) };
      } finally {
        setProgress(responseId, null);
      }
    },
  });
}

/** Lets through the first call, and then one in a tenth of a second: a big body arrives in hundreds of reads. */
function throttled(report: (bytes: number) => void): (bytes: number) => void {
  let last = 0;
  return (bytes) => {
    if (performance.now() - last < 100) return;
    last = performance.now();
    report(bytes);
  };
}

/** Something opened from a file or a paste, by its SHA-256. */
export function recordingQuery(hash: string) {
  return queryOptions({
    queryKey: ['recording', hash] as const,
    queryFn: async (): Promise<OpenedRecording | null> => {
      const { loadRecording } = await import('./kept-recordings.ts');
      return loadRecording(hash);
    },
  });
}

/** True for a background response that has not ended, as far as is known: a stream may end in an error and leave its last snapshot in progress. */
export function isStillRunning(recording: Recording): boolean {
  const { response } = recording;
  const hasFailed = recording.kind === 'stream' && recording.folded.ending === 'failed';
  return isUnfinished(stringOf(response['status'])) && response['background'] !== false && !hasFailed;
}

/** Milliseconds to the next poll after `polls` of them: 2 s, backing off to 10 s. */
export function pollDelay(polls: number): number {
  return Math.min(SLOWEST_POLL, FIRST_POLL * 1.5 ** Math.max(0, polls - 1));
}

/** What the server asked for (at most a minute), else half a second, then one. */
export function retryDelay(count: number, failure: RetrieveFailure | null): number {
  const asked = failure?.kind === 'refused' ? failure.retryAfterMilliseconds : null;
  return asked === null ? 500 * 2 ** count : Math.min(asked, 60_000);
}
