import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createStore } from '#base/store.ts';
import type { Connection } from '#protocol/connection.ts';
import { RetrieveError, type RetrieveFailure } from '#protocol/failure.ts';
import { connectionFor, connectionsStore } from '#state/connections.ts';
import { lastConnectionOf, preferConnection } from '#state/history.ts';
import { keyRevision } from '#state/keys.ts';
import { isStillRunning, pollDelay, progressStore, responseQuery, type Retrieved } from '#state/queries.ts';
import { secretOf } from '#state/secret-of.ts';
import { useStore } from '#state/use-store.ts';
import type { Place } from '#state/url-state.ts';

type ResponsePlace = Extract<Place, { kind: 'response' }>;

/** `<main data-state>`: what is going on, in the words of the contract. */
export type Phase = 'idle' | 'loading' | 'streaming' | 'ready' | 'failed';

export type Retrieval = {
  readonly phase: Phase;
  readonly connection: Connection;
  readonly retrieved: Retrieved | null;
  /** Why the last attempt failed; also set while older data is still shown. */
  readonly failure: RetrieveFailure | null;
  /** Attempts that failed in the fetch under way. */
  readonly failedAttempts: number;
  readonly isFetching: boolean;
  readonly isPolling: boolean;
  readonly wasStopped: boolean;
  readonly bytesSoFar: number;
  /** Ends what is under way; null when nothing is. */
  readonly stop: (() => void) | null;
};

/** Links that `Fetch` was pressed for in this page: they are asked even without a key, since some servers need none. */
const asked = createStore<ReadonlySet<string>>(new Set());
/** Links whose polling was stopped. */
const stopped = createStore<ReadonlySet<string>>(new Set());

function askedKey(connection: Connection, responseId: string): string {
  return JSON.stringify([connection.id, connection.baseUrl, responseId]);
}

/** Asks for the response now, and again when it was asked before. */
export function useAsk(): (connection: Connection, place: ResponsePlace) => void {
  const client = useQueryClient();
  return (connection, place) => {
    preferConnection(place.id, connection.id);
    const key = askedKey(connection, place.id);
    asked.set(new Set([...asked.get(), key]));
    stopped.set(new Set([...stopped.get()].filter((one) => one !== key)));
    const options = responseQuery({ connection, responseId: place.id, parameters: place.parameters });
    // A fetch under way may carry an older key: it gives way. The outcome is in the query, where the page reads it.
    void client
      .cancelQueries({ queryKey: options.queryKey, exact: true })
      .then(() => client.fetchQuery({ ...options, staleTime: 0 }))
      .catch(() => undefined);
  };
}

/** What is known of the response that `place` points at; asks for it when that needs nobody's consent any more. */
export function useRetrieval(place: ResponsePlace): Retrieval {
  const client = useQueryClient();
  const connection = connectionFor(useStore(connectionsStore), place.baseUrl, lastConnectionOf(place.id));
  useStore(keyRevision);
  const key = askedKey(connection, place.id);
  const wasStopped = useStore(stopped).has(key);
  const mayAsk = useStore(asked).has(key) || secretOf(connection) !== null;
  const options = responseQuery({ connection, responseId: place.id, parameters: place.parameters });
  const query = useQuery({
    ...options,
    enabled: mayAsk && !wasStopped,
    refetchInterval: ({ state }) =>
      state.data !== undefined && isStillRunning(state.data.recording) ? pollDelay(state.dataUpdateCount) : false,
  });
  const bytesSoFar = useStore(progressStore).get(place.id) ?? 0;
  const retrieved = query.data ?? null;
  const isFetching = query.fetchStatus === 'fetching';
  const isPolling = retrieved !== null && query.status === 'success' && isStillRunning(retrieved.recording) && !wasStopped && mayAsk;
  function stop() {
    stopped.set(new Set([...stopped.get(), key]));
    void client.cancelQueries({ queryKey: options.queryKey, exact: true });
  }
  return {
    phase: phaseOf(retrieved !== null, isFetching, isPolling, query.error !== null),
    connection,
    retrieved,
    failure: failureOf(query.error),
    failedAttempts: query.failureCount,
    isFetching,
    isPolling,
    wasStopped,
    bytesSoFar,
    stop: isFetching || isPolling ? stop : null,
  };
}

function phaseOf(hasData: boolean, isFetching: boolean, isPolling: boolean, hasError: boolean): Phase {
  if (hasData) return isPolling ? 'streaming' : 'ready';
  if (isFetching) return 'loading';
  return hasError ? 'failed' : 'idle';
}

/** An error that is not a failure of retrieval is a bug of ours; it is shown by the boundary of the page. */
function failureOf(error: Error | null): RetrieveFailure | null {
  if (error === null) return null;
  if (error instanceof RetrieveError) return error.failure;
  throw error;
}
