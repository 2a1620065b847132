import { readStreamEvent } from '#protocol/stream-event.ts';

/** True for an event that the Responses API alone sends. Other APIs have streams too, and some of their types have the same names as ours (`ping`). */
export function isOfResponsesApi(data: string, name: string | null): boolean {
  const event = readStreamEvent(data, name);
  // Cut off inside its first event, a stream is still known by the name of that.
  const type = event.kind === 'event' ? event.type : (name ?? '');
  return type.startsWith('response.') || type === 'error' || type === 'keepalive';
}
