import { createByteStore, type ByteStore } from '#base/byte-store.ts';
import { createSseFramer, type SseFrame, type SseFramer } from '#protocol/sse-framer.ts';
import { readStreamEvent, sequenceNumberOf, wholeNumberOf, type StreamEvent } from '#protocol/stream-event.ts';
import { createEventColumns, type EventRow } from './event-columns.ts';

/** What stands in the type column for data that is no event. */
const DONE_TYPE = '[DONE]';
const UNREADABLE_TYPE = '(unreadable)';

/** What the log says of one event without parsing it again. */
export type LoggedEvent = Omit<EventRow, 'typeNumber'> & {
  readonly type: string;
  /** The connection it came by, from 0: a resumed stream has several. */
  readonly connection: number;
};

/** A comment line: the server is still there. `before` is the number of the next event. */
type Heartbeat = { readonly text: string; readonly arrival: number; readonly before: number };

/** One network read of a connection, in milliseconds of the same clock as the events. */
export type LoggedRead = { readonly byteCount: number; readonly arrival: number };

/**
 * A stream as it was received: the bytes of each connection, exactly, and an index over their events. Append-only; a reader holds the
 * log and the length it has seen. An event is parsed when it arrives, given to `onEvent`, and parsed again when it is looked at.
 */
export type EventLog = {
  /** How many events there are. */
  readonly length: () => number;
  /** Starts the next connection; before the first bytes of a new one. */
  readonly connect: () => void;
  /** Takes one network read, whose bytes must not change afterwards; `arrival` is in milliseconds. */
  readonly append: (bytes: Uint8Array, arrival: number) => void;
  /** The connection is over: a last event without its blank line counts. */
  readonly disconnect: () => void;
  /** Undefined beyond the last event. */
  readonly at: (index: number) => LoggedEvent | undefined;
  readonly eventAt: (index: number) => StreamEvent | undefined;
  /** The lines of the event as they were written. */
  readonly sourceAt: (index: number) => string | undefined;
  /** How many connections there were. */
  readonly connectionCount: () => number;
  /** How many bytes came, over all connections. */
  readonly byteCount: () => number;
  /** All bytes of one connection. */
  readonly bytesOf: (connection: number) => Uint8Array;
  /** The bytes of one connection from `start` to before `end`; not to be written to. */
  readonly bytesBetween: (connection: number, start: number, end: number) => Uint8Array;
  /** The reads that these bytes came in, in their order. */
  readonly readsOf: (connection: number) => readonly LoggedRead[];
  readonly heartbeats: () => readonly Heartbeat[];
};

type Connection = {
  readonly bytes: ByteStore;
  readonly framer: SseFramer;
  readonly firstRead: number;
  /** Size and arrival of each read, one behind the other: plain numbers, since there may be as many reads as events. */
  readonly reads: number[];
};

/** `onEvent` hears each event with its number, in the order of arrival, while `append` or `disconnect` runs. */
export function createEventLog(onEvent: (event: StreamEvent, index: number) => void): EventLog {
  const columns = createEventColumns();
  const typeNames: string[] = [];
  const typeNumbers = new Map<string, number>();
  const connections: Connection[] = [];
  const heartbeats: Heartbeat[] = [];
  let read = -1;
  let lastArrival = 0;

  function numberOfType(type: string): number {
    const known = typeNumbers.get(type);
    if (known !== undefined) return known;
    typeNumbers.set(type, typeNames.length);
    return typeNames.push(type) - 1;
  }

  function addFrame({ data, event: eventField, start, end }: SseFrame) {
    const event = readStreamEvent(data, eventField);
    const isEvent = event.kind === 'event';
    columns.push({
      offset: start,
      length: end - start,
      typeNumber: numberOfType(isEvent ? event.type : event.kind === 'done' ? DONE_TYPE : UNREADABLE_TYPE),
      sequenceNumber: isEvent ? sequenceNumberOf(event.json) : null,
      outputIndex: isEvent ? wholeNumberOf(event.json['output_index']) : null,
      arrival: lastArrival,
      read,
    });
    onEvent(event, columns.length() - 1);
  }

  function addComment(text: string) {
    heartbeats.push({ text, arrival: lastArrival, before: columns.length() });
  }

  function connect(): Connection {
    const connection: Connection = {
      bytes: createByteStore(),
      framer: createSseFramer({ onFrame: addFrame, onComment: addComment }),
      firstRead: read + 1,
      reads: [],
    };
    connections.push(connection);
    return connection;
  }

  function append(bytes: Uint8Array, arrival: number) {
    const connection = connections.at(-1) ?? connect();
    read += 1;
    lastArrival = arrival;
    connection.reads.push(bytes.length, arrival);
    connection.bytes.append(bytes);
    connection.framer.feed(bytes);
  }

  function at(index: number): LoggedEvent | undefined {
    const row = columns.rowAt(index);
    if (row === undefined) return undefined;
    // Written out: spreading a row costs ten times as much, and whoever filters asks for all of them.
    const { offset, length, sequenceNumber, outputIndex, arrival, read: readNumber } = row;
    const type = typeNames[row.typeNumber] ?? '';
    return { offset, length, type, sequenceNumber, outputIndex, arrival, read: readNumber, connection: connectionOf(readNumber) };
  }

  function connectionOf(readNumber: number): number {
    let connection = connections.length - 1;
    while (connection > 0 && (connections[connection]?.firstRead ?? 0) > readNumber) connection -= 1;
    return connection;
  }

  function bytesAt(index: number): Uint8Array | undefined {
    const row = at(index);
    return row && connections[row.connection]?.bytes.slice(row.offset, row.offset + row.length);
  }

  function eventAt(index: number): StreamEvent | undefined {
    const bytes = bytesAt(index);
    let event: StreamEvent | undefined;
    if (bytes === undefined) return event;
    const framer = createSseFramer({ onFrame: (frame) => (event = readStreamEvent(frame.data, frame.event)) });
    framer.feed(bytes);
    framer.end();
    return event;
  }

  return {
    length: columns.length,
    connect: () => void connect(),
    append,
    disconnect: () => connections.at(-1)?.framer.end(),
    at,
    eventAt,
    sourceAt: (index) => (index < columns.length() ? new TextDecoder().decode(bytesAt(index)) : undefined),
    connectionCount: () => connections.length,
    byteCount: () => connections.reduce((sum, { bytes }) => sum + bytes.length(), 0),
    bytesOf: (connection) => {
      const bytes = connections[connection]?.bytes;
      return bytes?.slice(0, bytes.length()) ?? new Uint8Array();
    },
    bytesBetween: (connection, start, end) => connections[connection]?.bytes.slice(start, end) ?? new Uint8Array(),
    readsOf: (connection) => pairsOf(connections[connection]?.reads ?? []),
    heartbeats: () => heartbeats,
  };
}

function pairsOf(reads: readonly number[]): readonly LoggedRead[] {
  return Array.from({ length: reads.length / 2 }, (_, index) => ({ byteCount: reads[2 * index] ?? 0, arrival: reads[2 * index + 1] ?? 0 }));
}
