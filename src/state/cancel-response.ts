import type { JsonObject } from '#base/json.ts';
import type { Connection } from '#protocol/connection.ts';
import { RetrieveError } from '#protocol/failure.ts';
import { readAnswer, type Answer } from '#protocol/read-body.ts';
import { buildCancelRequest } from '#protocol/request.ts';
import { authorized, exchange } from './exchange.ts';
import { secretOf } from './secret-of.ts';

/**
 * Asks the server to end a background response for good. Returns the Response as the server tells it then, or null where it only agrees.
 * Throws `RetrieveError`.
 */
export async function cancelResponse(target: Connection, responseId: string): Promise<JsonObject | null> {
  const secret = secretOf(target);
  const { connection, key } = authorized(target, secret);
  const request = buildCancelRequest(connection, key, responseId, location.origin);
  const { signal } = new AbortController();
  return exchange(request, { responseId, secret, purpose: 'cancel', signal, onProgress: () => undefined }, toOutcome);
}

/** Servers that say yes with something else than the Response have cancelled it too. */
export function toOutcome(answer: Answer): JsonObject | null {
  const read = readAnswer(answer);
  if (read.ok) return read.response;
  const { failure } = read;
  if (failure.kind === 'not-a-response' && ['empty', 'other-json', 'text'].includes(failure.found)) return null;
  throw new RetrieveError(failure);
}
