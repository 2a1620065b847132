import { useState } from 'react';
import type { JsonObject } from '#base/json.ts';
import type { Connection } from '#protocol/connection.ts';
import { RetrieveError, type RetrieveFailure } from '#protocol/failure.ts';

/** How far a cancellation is. `response` is the server's answer, null where it only agreed. */
export type Cancellation =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'done'; readonly response: JsonObject | null }
  | { readonly kind: 'failed'; readonly failure: RetrieveFailure };

export type CancelControl = { readonly cancellation: Cancellation; readonly cancel: () => void };

const NONE: Cancellation = { kind: 'none' };

/** Cancels one response; `onCancelled` hears what the server answered. Another response starts anew. */
export function useCancel(connection: Connection, responseId: string, onCancelled: (response: JsonObject | null) => void): CancelControl {
  const identity = JSON.stringify([connection.id, connection.baseUrl, responseId]);
  const [sent, setSent] = useState<{ readonly identity: string; readonly cancellation: Cancellation }>({ identity, cancellation: NONE });
  const cancellation = sent.identity === identity ? sent.cancellation : NONE;
  async function send() {
    setSent({ identity, cancellation: { kind: 'sending' } });
    const next = await tryToCancel(connection, responseId);
    setSent((current) => (current.identity === identity ? { identity, cancellation: next } : current));
    if (next.kind === 'done') onCancelled(next.response);
  }
  return { cancellation, cancel: () => void send() };
}

async function tryToCancel(connection: Connection, responseId: string): Promise<Extract<Cancellation, { kind: 'done' | 'failed' }>> {
  try {
    const { cancelResponse } = await import('#state/cancel-response.ts');
    return { kind: 'done', response: await cancelResponse(connection, responseId) };
  } catch (error) {
    return { kind: 'failed', failure: error instanceof RetrieveError ? error.failure : { kind: 'unreachable' } };
  }
}
