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

/** How events came together. Only the bursts that were asked for are kept: of a stream that flows there are as many as events. */
export type ReadSummary = {
  /** How many network reads brought events, and how many deltas. */
  readonly readCount: number;
  readonly pieces: number;
  /** The burst with the most events; null where there is none. */
  readonly largest: ReadBurst | null;
  /** In their order. */
  readonly kept: readonly ReadBurst[];
};

export type BurstCounter = {
  /** Takes the next event, and whether it is a delta. */
  readonly take: (row: LoggedEvent, index: number, isPiece: boolean) => void;
  readonly summary: () => ReadSummary;
};

/** Puts events together that came together. `before` is the event in front of the first one that is taken; `isKept` is asked of every burst that is over. */
export function createBurstCounter(before: LoggedEvent | undefined, isKept: (burst: ReadBurst) => boolean): BurstCounter {
  const kept: ReadBurst[] = [];
  let current: Growing | null = null;
  let largest: ReadBurst | null = null;
  let connection = before?.connection ?? -1;
  let lastArrival = before?.arrival ?? 0;
  let readCount = 0;
  let pieces = 0;

  function take(row: LoggedEvent, index: number, isPiece: boolean) {
    if (row.read !== current?.lastRead) readCount += 1;
    if (current === null || row.connection !== connection || !isSameFlush(current, row, lastArrival)) {
      if (current !== null && isKept(current)) kept.push(current);
      largest = larger(largest, current);
      current = begin(row, index, row.connection === connection ? row.arrival - lastArrival : null);
    }
    current.to = index;
    current.lastRead = row.read;
    current.byteCount += row.length;
    if (isPiece) current.pieces += 1;
    if (isPiece) pieces += 1;
    connection = row.connection;
    lastArrival = row.arrival;
  }

  function summary(): ReadSummary {
    // A copy: the last burst may grow.
    const last = current === null ? null : { ...current };
    const all = last !== null && isKept(last) ? [...kept, last] : [...kept];
    return { readCount, pieces, largest: larger(largest, last), kept: all };
  }

  return { take, summary };
}

/** How many events a burst brought. */
export function eventsOf({ from, to }: ReadBurst): number {
  return to - from + 1;
}

function larger(first: ReadBurst | null, second: ReadBurst | null): ReadBurst | null {
  return first === null || (second !== null && eventsOf(second) > eventsOf(first)) ? second : first;
}

function isSameFlush(burst: Growing, row: LoggedEvent, lastArrival: number): boolean {
  if (row.read === burst.lastRead) return true;
  return row.arrival - lastArrival <= SAME_FLUSH && row.arrival - burst.arrival <= LONGEST_FLUSH;
}

function begin({ read, arrival }: LoggedEvent, index: number, pause: number | null): Growing {
  return { firstRead: read, lastRead: read, from: index, to: index, pieces: 0, byteCount: 0, arrival, pause };
}

type Growing = { -readonly [Key in keyof ReadBurst]: ReadBurst[Key] };
