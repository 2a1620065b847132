import type { Connection } from '#protocol/connection.ts';
import { splitEventStream } from '#protocol/event-stream.ts';
import { RetrieveError } from '#protocol/failure.ts';
import type { RetrieveParameters } from '#protocol/parameters.ts';
import { readAnswer, type AnswerResult } from '#protocol/read-body.ts';
import { buildRetrieveRequest } from '#protocol/request.ts';
import { finalState } from '#model/final-state.ts';
import type { Recording } from '#model/recording.ts';
import { authorized, exchange, type ExchangeOptions, type ReceivedAnswer } from './exchange.ts';

/** What is asked for, of whom. */
export type RetrieveTarget = {
  readonly connection: Connection;
  readonly responseId: string;
  readonly parameters: RetrieveParameters;
};

export type FetchOptions = Omit<ExchangeOptions, 'responseId'>;

/** Retrieves a response and keeps its body byte for byte. Throws `RetrieveError`, or the signal's reason when aborted. */
export async function fetchRecording(target: RetrieveTarget, options: FetchOptions): Promise<Recording> {
  const { responseId, parameters } = target;
  const { connection, key } = authorized(target.connection, options.secret);
  const request = buildRetrieveRequest(connection, key, responseId, parameters, location.origin);
  return exchange(request, { ...options, responseId }, (answer) => toRecording(target, answer));
}

function toRecording({ connection, responseId, parameters }: RetrieveTarget, received: ReceivedAnswer): Recording {
  const { bytes, text, requestId } = received;
  const answer = readAnswer(received);
  const found = answer.ok ? { response: answer.response, eventCount: null } : readEventStream(answer, text);
  return {
    kind: 'json',
    source: { kind: 'api', responseId, baseUrl: connection.baseUrl, parameters, requestId },
    bytes,
    text,
    ...found,
    receivedAt: Date.now(),
  };
}

/** A finished event stream is shown by its final state; without one it is the failure that it was. */
function readEventStream(answer: Extract<AnswerResult, { ok: false }>, text: string) {
  const isStream = answer.failure.kind === 'not-a-response' && answer.failure.found === 'event-stream';
  const state = isStream ? finalState(splitEventStream(text)) : null;
  if (state === null) throw new RetrieveError(answer.failure);
  return state;
}
