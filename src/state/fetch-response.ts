import type { Connection } from '#protocol/connection.ts';
import { RetrieveError } from '#protocol/failure.ts';
import type { RetrieveParameters } from '#protocol/parameters.ts';
import { readAnswer } from '#protocol/read-body.ts';
import { buildRetrieveRequest } from '#protocol/request.ts';
import type { Recording } from '#model/recording.ts';
import { authorized, exchange, type ExchangeOptions } from './exchange.ts';
import type { ReceivedAnswer } from './send-request.ts';

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
  const { bytes, text, requestId, contentType } = received;
  const source = { kind: 'api', responseId, baseUrl: connection.baseUrl, parameters, requestId, contentType } as const;
  const answer = readAnswer(received);
  if (answer.ok) return { kind: 'json', source, bytes, text, response: answer.response, receivedAt: Date.now() };
  const { failure } = answer;
  if (failure.kind !== 'not-a-response' || failure.found !== 'event-stream') throw new RetrieveError(failure);
  const { recordStream } = await import('#model/record-stream.ts'); // most visits meet no stream
  const recording = recordStream(bytes, source, Date.now());
  const { response, errors } = recording.folded;
  if (response !== null) return recording;
  throw new RetrieveError(errors[0] === undefined ? failure : { ...failure, found: 'error-body', error: errors[0] });
}
