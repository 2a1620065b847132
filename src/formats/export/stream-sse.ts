/**
 * The stream as text of server-sent events. One connection is written byte for byte. Of a resumed stream the frames of all connections
 * are joined: what a resume repeats and what a dropped connection broke off is left out, and `[DONE]` stays only at the end.
 */
import { formatBytes } from '#base/format-bytes.ts';
import { formatCount } from '#base/format-number.ts';
import type { Slices } from '#base/give-way.ts';
import { DONE_TYPE, UNREADABLE_TYPE } from '#model/event-indexer.ts';
import type { EventLog, LoggedEvent } from '#model/event-log.ts';
import type { StreamRecording } from '#model/recording.ts';
import type { ExportFormat, FileParts } from './export-format.ts';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

export const streamSse: ExportFormat<StreamRecording> = {
  id: 'stream-sse',
  title: 'Event stream',
  extension: 'sse',
  mediaType: 'text/event-stream',
  note: ({ log, byteCount }) =>
    log.connectionCount() === 1
      ? `${formatBytes(byteCount)} of text, byte for byte as received`
      : `${formatCount(log.connectionCount(), 'connection')} joined; what was repeated or broken off is left out`,
  write: ({ log }, _, slices) => (log.connectionCount() === 1 ? [log.bytesOf(0)] : joinConnections(log, slices)),
};

/** A stretch of one connection that is written, and the line ends it lacks. */
type Span = { readonly connection: number; readonly start: number; readonly end: number; readonly missing: string };

async function joinConnections(log: EventLog, slices: Slices): Promise<FileParts> {
  const count = log.length();
  const lastConnection = log.at(count - 1)?.connection ?? log.connectionCount() - 1;
  const repeats = createRepeats();
  const spans: Span[] = [];
  let at = { connection: -1, offset: 0 };
  for (let index = 0; index < count; index += 1) {
    if (slices.isOver()) await slices.rest();
    const event = log.at(index);
    if (event === undefined) break;
    if (event.connection !== at.connection) at = { connection: event.connection, offset: firstByte(log, event.connection) };
    const { behind, missing } = endOf(log, event);
    if (beginsAnew(event)) spans.length = 0;
    const isBrokenOff = event.type === UNREADABLE_TYPE && missing !== '';
    const isLast = event.connection === lastConnection;
    const isWanted = isLast || (event.type !== DONE_TYPE && !isBrokenOff);
    // The last frame of all may be cut off like that of a single connection.
    const isRepeated = repeats.take(event);
    if (isWanted && !isRepeated) addSpan(spans, { ...at, start: at.offset, end: behind, missing: isLast ? '' : missing });
    at = { ...at, offset: behind };
  }
  const rest = at.connection === lastConnection ? at.offset : firstByte(log, lastConnection);
  addSpan(spans, { connection: lastConnection, start: rest, end: Number.POSITIVE_INFINITY, missing: '' });
  return spans.flatMap(({ connection, start, end, missing }) => [log.bytesBetween(connection, start, end), missing]);
}

/** A server without numbers cannot resume: it sends the same response from the beginning. */
function beginsAnew({ connection, type, sequenceNumber }: LoggedEvent): boolean {
  return connection > 0 && type === 'response.created' && sequenceNumber === null;
}

/** Says of each event whether an earlier connection brought its number; what a server doubles by itself does not count. */
function createRepeats() {
  const before = new Set<number>();
  let here: number[] = [];
  let connection = 0;
  return {
    take: (event: LoggedEvent): boolean => {
      if (event.connection !== connection) {
        here.forEach((number) => before.add(number));
        here = [];
        connection = event.connection;
      }
      if (event.sequenceNumber === null) return false;
      here.push(event.sequenceNumber);
      return before.has(event.sequenceNumber);
    },
  };
}

function addSpan(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  const continues = last?.connection === span.connection && last.end === span.start && last.missing === '';
  if (continues) spans[spans.length - 1] = { ...span, start: last.start };
  else spans.push(span);
}

/** A byte order mark counts only at the very beginning. */
function firstByte(log: EventLog, connection: number): number {
  const beginning = log.bytesBetween(connection, 0, BYTE_ORDER_MARK.length);
  return connection > 0 && BYTE_ORDER_MARK.every((byte, index) => beginning[index] === byte) ? BYTE_ORDER_MARK.length : 0;
}

/** The place behind the blank line of a frame, and the line ends that are missing there. */
function endOf(log: EventLog, { connection, offset, length }: LoggedEvent): { readonly behind: number; readonly missing: string } {
  const end = offset + length;
  const bytes = log.bytesBetween(connection, end, end + 4);
  const line = lineEndAt(bytes, 0);
  const blank = lineEndAt(bytes, line);
  return { behind: end + line + blank, missing: line === 0 ? '\n\n' : blank === 0 ? '\n' : '' };
}

/** How many bytes the line end (CR, LF or CRLF) at `place` has; 0 where there is none. */
function lineEndAt(bytes: Uint8Array, place: number): number {
  if (bytes[place] === LINE_FEED) return 1;
  if (bytes[place] !== CARRIAGE_RETURN) return 0;
  return bytes[place + 1] === LINE_FEED ? 2 : 1;
}
