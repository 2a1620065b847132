import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { JsonObject } from '#base/json.ts';
import { createStore } from '#base/store.ts';
import type { Connection } from '#protocol/connection.ts';
import { RetrieveError, type RetrieveFailure } from '#protocol/failure.ts';
import type { RetrieveParameters } from '#protocol/parameters.ts';
import { connectionFor, connectionsStore } from '#state/connections.ts';
import type { RetrieveTarget } from '#state/fetch-response.ts';
import { lastConnectionOf, preferConnection } from '#state/history.ts';
import { keyRevision } from '#state/keys.ts';
import { isStillRunning, pollDelay, progressStore, responseQuery, type Retrieved } from '#state/queries.ts';
import { secretOf } from '#state/secret-of.ts';
import type { StreamSession, StreamState } from '#state/stream-session.ts';
import { streamSessionFor, whyWithoutStream, type WithoutStream } from '#state/stream-sessions.ts';
import { useStore } from '#state/use-store.ts';
import type { Place } from '#state/url-state.ts';
import { useStream } from './use-stream.ts';

type ResponsePlace = Extract<Place, { kind: 'response' }>;

/** `<main data-state>`: what is going on, in the words of the contract. */
export type Phase = 'idle' | 'loading' | 'streaming' | 'ready' | 'failed';

/** The stream of a link that asks for one. */
export type StreamRetrieval = {
  readonly session: StreamSession;
  readonly state: StreamState;
  /** Set where the final object is asked for instead. */
  readonly without: WithoutStream | null;
};

/** What is known of a response, but for the recording of a stream: that changes with every frame, see `useRecording`. */
export type Retrieval = {
  readonly phase: Phase;
  readonly connection: Connection;
  /** False while the reader has to agree first, by entering a key or by pressing `Fetch`. */
  readonly mayAsk: boolean;
  /** What was fetched as a whole; null where a stream serves. */
  readonly retrieved: Retrieved | null;
  /** Null for links that ask for no stream. */
  readonly stream: StreamRetrieval | null;
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
  /** The response has changed on the server, by a cancellation; `response` as it is told then, or null. */
  readonly hasChanged: (response: JsonObject | null) => void;
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
    const target = { connection, responseId: place.id, parameters: place.parameters };
    if (place.parameters.stream === true) streamSessionFor(target).ask();
    else askAgain(client, target);
  };
}

/** A fetch under way may carry an older key: it gives way. The outcome is in the query, where the page reads it. */
function askAgain(client: QueryClient, target: RetrieveTarget): void {
  const options = responseQuery(target);
  void client
    .cancelQueries({ queryKey: options.queryKey, exact: true })
    .then(() => client.fetchQuery({ ...options, staleTime: 0 }))
    .catch(() => undefined);
}

/** What is known of the response that `place` points at; asks for it when that needs nobody's consent any more. */
export function useRetrieval(place: ResponsePlace): Retrieval {
  const client = useQueryClient();
  const connection = connectionFor(useStore(connectionsStore), place.baseUrl, lastConnectionOf(place.id));
  useStore(keyRevision);
  const key = askedKey(connection, place.id);
  const wasStopped = useStore(stopped).has(key);
  const mayAsk = useStore(asked).has(key) || secretOf(connection) !== null;
  const target = { connection, responseId: place.id, parameters: place.parameters };
  const stream = useStreamOf(target, mayAsk);
  const isObjectWanted = stream === null || stream.without !== null;
  const objectTarget = { ...target, parameters: withoutStream(place.parameters) };
  const options = responseQuery(objectTarget);
  const query = useQuery({
    ...options,
    enabled: mayAsk && !wasStopped && isObjectWanted,
    refetchInterval: ({ state }) =>
      state.data !== undefined && isStillRunning(state.data.recording) ? pollDelay(state.dataUpdateCount) : false,
  });
  useObjectInstead(client, objectTarget, stream, query.data ?? null);
  const bytesSoFar = useStore(progressStore).get(place.id) ?? 0;
  const retrieved = isObjectWanted ? (query.data ?? null) : null;
  const isFetching = isObjectWanted && query.fetchStatus === 'fetching';
  const isPolling = retrieved !== null && query.status === 'success' && isStillRunning(retrieved.recording) && !wasStopped && mayAsk;
  const isStreaming = stream !== null && isUnderWay(stream.state);
  function stop() {
    if (isStreaming) {
      stream.session.stop();
      return;
    }
    stopped.set(new Set([...stopped.get(), key]));
    void client.cancelQueries({ queryKey: options.queryKey, exact: true });
  }
  function hasChanged(response: JsonObject | null) {
    if (response !== null) stream?.session.settle(response);
    if (isObjectWanted) askAgain(client, objectTarget);
  }
  const error = isObjectWanted ? query.error : null;
  return {
    phase: phaseOf({
      hasData: retrieved !== null || stream?.state.hasResponse === true,
      isFetching: isFetching || isStreaming,
      isMoreExpected: isPolling || isStreaming || (stream !== null && isFetching),
      hasError: error !== null || (!isObjectWanted && stream.state.failure !== null),
    }),
    connection,
    mayAsk,
    retrieved,
    stream,
    failure: isObjectWanted ? failureOf(error) && (errorOnly(stream) ?? failureOf(error)) : stream.state.failure,
    failedAttempts: query.failureCount,
    isFetching,
    isPolling,
    wasStopped: wasStopped || (stream !== null && isStopped(stream.state)),
    bytesSoFar,
    stop: isFetching || isPolling || isStreaming ? stop : null,
    hasChanged,
  };
}

/** Null where the link asks for no stream. */
function useStreamOf(target: RetrieveTarget, mayAsk: boolean): StreamRetrieval | null {
  const session = target.parameters.stream === true ? streamSessionFor(target) : null;
  const state = useStream(session, mayAsk);
  return session === null || state === null ? null : { session, state, without: whyWithoutStream(state) };
}

/** Where the object is asked for in place of the stream, it is asked for anew, and the stream's recording takes over how it ended. */
function useObjectInstead(client: QueryClient, target: RetrieveTarget, stream: StreamRetrieval | null, data: Retrieved | null): void {
  const without = stream?.without?.kind ?? null;
  const session = stream?.session ?? null;
  const ask = useEffectEvent((ended: StreamSession) => {
    const { answer } = ended.state.get();
    // One that the query has under way by now is the one that is asked for.
    if (answer === null) void client.fetchQuery({ ...responseQuery(target), staleTime: 0 }).catch(() => undefined);
    else client.setQueryData<Retrieved>(responseQuery(target).queryKey, { recording: answer, changes: null });
  });
  useEffect(() => {
    if (without !== null && session !== null) ask(session);
  }, [without, session]);
  const response = without === null ? null : (data?.recording.response ?? null);
  useEffect(() => {
    if (response !== null) session?.settle(response);
  }, [session, response]);
}

/** The error event that a stream consisted of: it says more than that the object could not be had either. */
function errorOnly(stream: StreamRetrieval | null): RetrieveFailure | null {
  const { without } = stream ?? { without: null };
  return without?.kind === 'refused' && without.failure.kind === 'not-a-response' && without.failure.found === 'error-body'
    ? without.failure
    : null;
}

function withoutStream(parameters: RetrieveParameters): RetrieveParameters {
  return parameters.stream === true ? { ...parameters, stream: null, startingAfter: null, includeObfuscation: null } : parameters;
}

function isUnderWay({ phase }: StreamState): boolean {
  return phase.kind !== 'idle' && phase.kind !== 'ended';
}

function isStopped({ phase }: StreamState): boolean {
  return phase.kind === 'ended' && phase.how === 'stopped';
}

function phaseOf(facts: {
  readonly hasData: boolean;
  readonly isFetching: boolean;
  readonly isMoreExpected: boolean;
  readonly hasError: boolean;
}): Phase {
  if (facts.hasData) return facts.isMoreExpected ? 'streaming' : 'ready';
  if (facts.isFetching) return 'loading';
  return facts.hasError ? 'failed' : 'idle';
}

/** An error that is not a failure of retrieval is a bug of ours; it is shown by the boundary of the page. */
function failureOf(error: Error | null): RetrieveFailure | null {
  if (error === null) return null;
  if (error instanceof RetrieveError) return error.failure;
  throw error;
}
