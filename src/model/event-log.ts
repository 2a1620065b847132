import { createByteStore, type ByteStore } from '#base/byte-store.ts';
import type { StreamEvent } from '#protocol/stream-event.ts';
import { createEventColumns, type EventColumns, type EventRow, type EventRows } from './event-columns.ts';
import { createEventIndexer, type Heartbeat } from './event-indexer.ts';
import { readEventSource } from './event-source.ts';

/** What the log says of one event without parsing it again. */
export type LoggedEvent = Omit<EventRow, 'typeNumber'> & {
  readonly type: string;
  /** The connection it came by, from 0: a resumed stream has several. */
  readonly connection: number;
};

/** One network read of a connection, in milliseconds of the same clock as the events. */
export type LoggedRead = { readonly byteCount: number; readonly arrival: number };

/**
 * A stream as it was received: the bytes of each connection, exactly, and an index over their events. Append-only; a reader holds the
 * log and the length it has seen. An event is parsed again when it is looked at.
 */
export type EventLog = {
  /** How many events there are. */
  readonly length: () => number;
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

/** A log that makes its index itself, while bytes come in. */
export type WritableEventLog = EventLog & {
  /** Starts the next connection; before the first bytes of a new one. */
  readonly connect: () => void;
  /** Takes one network read, whose bytes must not change afterwards; `arrival` is in milliseconds. */
  readonly append: (bytes: Uint8Array, arrival: number) => void;
  /** The connection is over: a last event without its blank line counts. */
  readonly disconnect: () => void;
  /** The connection broke: a last event without its blank line counts where all of its data came. */
  readonly breakOff: () => void;
};

/** Some reads of one connection, indexed elsewhere. */
export type LogBatch = {
  /** The bytes of the reads, joined. Events may begin in the batch before. */
  readonly bytes: Uint8Array;
  /** Size and arrival of each read, one behind the other. */
  readonly reads: Float64Array;
  readonly rows: EventRows;
  /** The names of types that no batch before had, in the order of their numbers. */
  readonly typeNames: readonly string[];
  readonly heartbeats: readonly Heartbeat[];
};

/** A log that takes over an index made by an `EventIndexer` in another thread. */
export type AdoptingEventLog = EventLog & {
  /** Starts the next connection; `firstRead` is the number of its first read. */
  readonly connect: (firstRead: number) => void;
  readonly adopt: (batch: LogBatch) => void;
};

/** Made once: making one costs several times what decoding an event does. */
const decoder = new TextDecoder();

type Connection = {
  readonly bytes: ByteStore;
  readonly firstRead: number;
  /** Size and arrival of each read, one behind the other: plain numbers, since there may be as many reads as events. */
  readonly reads: number[];
};
type LogParts = {
  readonly columns: EventColumns;
  readonly typeNames: readonly string[];
  readonly connections: readonly Connection[];
  readonly heartbeats: readonly Heartbeat[];
};

/** `onEvent` hears each event with its number and its length in bytes, in the order of arrival, while `append` or `disconnect` runs. */
export function createEventLog(onEvent: (event: StreamEvent, index: number, byteLength: number) => void): WritableEventLog {
  const columns = createEventColumns();
  const connections: Connection[] = [];
  const heartbeats: Heartbeat[] = [];
  const indexer = createEventIndexer({
    onEvent: (event, row) => {
      columns.push(row);
      onEvent(event, columns.length() - 1, row.length);
    },
    onHeartbeat: (heartbeat) => heartbeats.push(heartbeat),
  });

  function connect(): Connection {
    const connection: Connection = { bytes: createByteStore(), firstRead: indexer.readCount(), reads: [] };
    connections.push(connection);
    indexer.connect();
    return connection;
  }

  function append(bytes: Uint8Array, arrival: number) {
    const connection = connections.at(-1) ?? connect();
    connection.reads.push(bytes.length, arrival);
    connection.bytes.append(bytes);
    indexer.append(bytes, arrival);
  }

  const reader = readLog({ columns, typeNames: indexer.typeNames, connections, heartbeats });
  return { ...reader, connect: () => void connect(), append, disconnect: indexer.disconnect, breakOff: indexer.breakOff };
}

export function createAdoptingEventLog(): AdoptingEventLog {
  const columns = createEventColumns();
  const typeNames: string[] = [];
  const connections: Connection[] = [];
  const heartbeats: Heartbeat[] = [];

  function adopt(batch: LogBatch) {
    const connection = connections.at(-1);
    connection?.bytes.append(batch.bytes);
    for (const number of batch.reads) connection?.reads.push(number);
    typeNames.push(...batch.typeNames);
    heartbeats.push(...batch.heartbeats);
    columns.pushRows(batch.rows);
  }

  return {
    ...readLog({ columns, typeNames, connections, heartbeats }),
    connect: (firstRead) => void connections.push({ bytes: createByteStore(), firstRead, reads: [] }),
    adopt,
  };
}

function readLog({ columns, typeNames, connections, heartbeats }: LogParts): EventLog {
  function at(index: number): LoggedEvent | undefined {
    const row = columns.rowAt(index);
    if (row === undefined) return undefined;
    // Written out: spreading a row costs ten times as much, and whoever filters asks for all of them.
    const { offset, length, sequenceNumber, outputIndex, arrival, read } = row;
    const type = typeNames[row.typeNumber] ?? '';
    return { offset, length, type, sequenceNumber, outputIndex, arrival, read, connection: connectionOf(read) };
  }

  function connectionOf(read: number): number {
    let connection = connections.length - 1;
    while (connection > 0 && (connections[connection]?.firstRead ?? 0) > read) connection -= 1;
    return connection;
  }

  function sourceAt(index: number): string | undefined {
    const row = columns.rowAt(index);
    if (row === undefined) return undefined;
    const bytes = connections[connectionOf(row.read)]?.bytes.slice(row.offset, row.offset + row.length);
    return decoder.decode(bytes);
  }

  function eventAt(index: number): StreamEvent | undefined {
    const source = sourceAt(index);
    return source === undefined ? undefined : readEventSource(source);
  }

  return {
    length: columns.length,
    at,
    eventAt,
    sourceAt,
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
