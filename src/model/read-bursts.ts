import type { LoggedEvent } from './event-log.ts';

/** What came in one go: a network read with events, or a few reads so close together that only the network cut them. */
export type ReadBurst = {
  /** The numbers of its reads, from 0, both included. */
  readonly firstRead: number;
  readonly lastRead: number;
  /** Its events, both included. */
  readonly from: number;
  readonly to: number;
  /** How many of them are deltas: pieces of what is written, which a model makes one by one. */
  readonly pieces: number;
  /** The bytes of its events. */
  readonly byteCount: number;
  /** Milliseconds of the log's arrivals. */
  readonly arrival: number;
  /** How long nothing had come before it, in milliseconds; null of the first one of a connection. */
  readonly pause: number | null;
};

/** Reads closer than this come from one flush that the network cut: a model does not write this fast. Milliseconds. */
const SAME_FLUSH = 2;
/** A flush is over after this long, also when reads go on coming as close. Milliseconds. */
const LONGEST_FLUSH = 20;

export type BurstCounter = {
  /** Takes the next event, and whether it is a delta. */
  readonly take: (row: LoggedEvent, index: number, isPiece: boolean) => void;
  /** Every burst so far, in its order. Grows, so that it costs nothing to ask for. */
  readonly bursts: () => readonly ReadBurst[];
  /** How many network reads brought events. */
  readonly readCount: () => number;
};

/** Puts events together that came together. `before` is the event in front of the first one that is taken. */
export function createBurstCounter(before: LoggedEvent | undefined): BurstCounter {
  const bursts: Growing[] = [];
  let connection = before?.connection ?? -1;
  let lastArrival = before?.arrival ?? 0;
  let lastRead = -1;
  let readCount = 0;
  return {
    take: (row, index, isPiece) => {
      const last = bursts.at(-1);
      const isNew = last === undefined || row.connection !== connection || !isSameFlush(last, row, lastArrival);
      if (isNew) bursts.push(begin(row, index, row.connection === connection ? row.arrival - lastArrival : null));
      const burst = bursts.at(-1);
      if (burst !== undefined) {
        burst.to = index;
        burst.lastRead = row.read;
        burst.byteCount += row.length;
        if (isPiece) burst.pieces += 1;
      }
      if (row.read !== lastRead) readCount += 1;
      lastRead = row.read;
      connection = row.connection;
      lastArrival = row.arrival;
    },
    bursts: () => bursts,
    readCount: () => readCount,
  };
}

function isSameFlush(burst: Growing, row: LoggedEvent, lastArrival: number): boolean {
  if (row.read === burst.lastRead) return true;
  return row.arrival - lastArrival <= SAME_FLUSH && row.arrival - burst.arrival <= LONGEST_FLUSH;
}

function begin({ read, arrival }: LoggedEvent, index: number, pause: number | null): Growing {
  return { firstRead: read, lastRead: read, from: index, to: index, pieces: 0, byteCount: 0, arrival, pause };
}

type Growing = { -readonly [Key in keyof ReadBurst]: ReadBurst[Key] };
