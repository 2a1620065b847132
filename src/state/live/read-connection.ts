import { joinBytes } from '#base/byte-store.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { readAnswer } from '#protocol/read-body.ts';
import { receivedAnswer, type ReceivedAnswer } from '#state/send-request.ts';
import { isEventStream, isEventStreamType } from './sniff-stream.ts';

/** How an answer to a request for a stream came to its end. */
export type ConnectionEnd =
  /** An event stream that the server closed, or that broke. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'broken' }
  /** No event stream, but the Response as JSON. */
  | { readonly kind: 'answered'; readonly answer: ReceivedAnswer }
  /** Nothing that could be shown. */
  | { readonly kind: 'refused'; readonly failure: RetrieveFailure };

export type ConnectionListener = {
  /** The server means to stream, or does; called once, before the first read of the stream. */
  readonly onOpen: () => void;
  /** One read of the stream, at the time it arrived. */
  readonly onRead: (bytes: Uint8Array, time: number) => void;
  /** Any bytes, whatever they turn out to be. */
  readonly onBytes: (count: number) => void;
};

type Read = { readonly bytes: Uint8Array; readonly time: number };

/** Reads an answer to its end, whatever it is. Throws nothing: a body that breaks is `broken`, and only an event stream is told of before its end. */
export async function readConnection(response: Response, key: string, listener: ConnectionListener): Promise<ConnectionEnd> {
  const contentType = response.headers.get('content-type');
  const mayStream = response.ok && response.type !== 'opaqueredirect';
  /** What came before it was clear what it is; all of it, where it is no stream. */
  const held: Read[] = [];
  let isOpen = false;
  let isStream: boolean | null = mayStream ? null : false;
  const streams = () => isStream === true;
  if (mayStream && isEventStreamType(contentType)) open();

  function open() {
    if (!isOpen) listener.onOpen();
    isOpen = true;
  }
  function take(read: Read) {
    if (isStream === true) return listener.onRead(read.bytes, read.time);
    held.push(read);
    return settle(false);
  }
  function settle(isWhole: boolean) {
    isStream ??= isEventStream(new TextDecoder().decode(joinHeld()), contentType, isWhole);
    if (isStream !== true) return;
    open();
    for (const { bytes, time } of held.splice(0)) listener.onRead(bytes, time);
  }
  const joinHeld = () => joinBytes(held.map(({ bytes }) => bytes));

  try {
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) {
      listener.onBytes(read.value.length);
      take({ bytes: read.value, time: performance.now() });
    }
  } catch {
    return streams() || (isOpen && held.length === 0) ? { kind: 'broken' } : { kind: 'refused', failure: { kind: 'unreachable' } };
  }
  settle(true);
  if (streams()) return { kind: 'closed' };
  if (response.type === 'opaqueredirect') return { kind: 'refused', failure: { kind: 'redirect' } };
  return endOfAnswer(receivedAnswer(response, joinHeld(), key));
}

/** What calls itself an event stream and does not begin like one is judged by its content alone. */
function endOfAnswer(answer: ReceivedAnswer): ConnectionEnd {
  const result = readAnswer(isEventStreamType(answer.contentType) ? { ...answer, contentType: null } : answer);
  return result.ok ? { kind: 'answered', answer } : { kind: 'refused', failure: result.failure };
}
