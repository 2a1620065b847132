import { joinBytes } from '#base/byte-store.ts';
import type { Recording } from './recording.ts';

/** What arrived, as it arrived. */
export type ReceivedBody = {
  /** Of a stream: the bytes of all its connections, one behind the other. */
  readonly bytes: Uint8Array;
  /** `bytes` decoded as UTF-8, without a byte order mark. */
  readonly text: string;
};

const known = new WeakMap<Recording, ReceivedBody>();

/** The body of a recording. That of a stream is put together when it is first asked for, once for every view of it. */
export function bodyOf(recording: Recording): ReceivedBody {
  if (recording.kind === 'json') return recording;
  const body = known.get(recording) ?? joinedBody(recording.log);
  known.set(recording, body);
  return body;
}

function joinedBody({ connectionCount, bytesOf }: Extract<Recording, { kind: 'stream' }>['log']): ReceivedBody {
  const bytes = joinBytes(Array.from({ length: connectionCount() }, (_, connection) => bytesOf(connection)));
  return { bytes, text: new TextDecoder().decode(bytes) };
}

/** How many bytes arrived. */
export function byteCountOf(recording: Recording): number {
  return recording.kind === 'json' ? recording.bytes.length : recording.byteCount;
}
