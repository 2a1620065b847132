import type { Connection } from '#protocol/connection.ts';
import { RetrieveError } from '#protocol/failure.ts';
import type { RetrieveParameters } from '#protocol/parameters.ts';
import { readAnswer, type AnswerResult } from '#protocol/read-body.ts';
import { buildRetrieveRequest } from '#protocol/request.ts';
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

async function toRecording({ connection, responseId, parameters }: RetrieveTarget, received: ReceivedAnswer): Promise<Recording> {
  const { bytes, text, requestId } = received;
  const answer = readAnswer(received);
  const found = answer.ok ? { response: answer.response, eventCount: null } : await readEventStream(answer, bytes);
  return {
    kind: 'json',
    source: { kind: 'api', responseId, baseUrl: connection.baseUrl, parameters, requestId },
    bytes,
    text,
    ...found,
    receivedAt: Date.now(),
  };
}

/** A finished event stream is shown by what its events add up to; where they tell of no response it is the failure that it was. */
async function readEventStream({ failure }: Extract<AnswerResult, { ok: false }>, bytes: Uint8Array) {
  if (failure.kind !== 'not-a-response' || failure.found !== 'event-stream') throw new RetrieveError(failure);
  const { foldStream } = await import('#model/record-stream.ts'); // most visits meet no stream
  const folded = foldStream(bytes);
  const { response, eventCount, errors } = folded;
  if (response !== null) return { response, eventCount, folded };
  throw new RetrieveError(errors[0] === undefined ? failure : { ...failure, found: 'error-body', error: errors[0] });
}
