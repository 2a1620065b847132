import type { EventLog } from './event-log.ts';
import { charactersOf } from './written-text.ts';

/** How fast text came behind the backlog. */
export type TailPace = {
  /** Characters per second over all of the tail; null while it is too short to tell. */
  readonly mean: number | null;
  /** The same over the last seconds before the asked moment. */
  readonly recent: number | null;
};

export type TailMeter = {
  /** Reads on, at most `most` events; false when it has read all below `length`. */
  readonly advance: (length: number, most: number) => boolean;
  /** `now` is in the milliseconds of the log's arrivals. */
  readonly paceAt: (now: number) => TailPace;
};

/** How far back "recent" reaches, and below which span nothing is said, in milliseconds. */
const WINDOW = 5_000;
const SHORTEST = 1_000;
const BUCKET = 250;

/**
 * Counts the characters that arrived behind the first `backlog` events: text, reasoning, arguments, code, whatever is written piece by piece.
 * Padding against traffic analysis (`obfuscation`) and audio are no text. Each event is read once, in as many steps as the caller likes.
 */
export function createTailMeter(log: Pick<EventLog, 'at' | 'eventAt'>, backlog: number): TailMeter {
  let next = backlog;
  let characters = 0;
  let start: number | null = null;
  let end = 0;
  const buckets = new Map<number, number>();

  function take(index: number) {
    const row = log.at(index);
    if (row === undefined) return;
    start ??= log.at(index - 1)?.arrival ?? row.arrival;
    end = row.arrival;
    const count = charactersOf(log, index);
    if (count === 0) return;
    characters += count;
    const bucket = Math.floor(row.arrival / BUCKET);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + count);
    for (const old of buckets.keys()) {
      if (old >= bucket - WINDOW / BUCKET) break; // a Map keeps its order, and arrivals only grow
      buckets.delete(old);
    }
  }

  return {
    advance: (length, most) => {
      const until = Math.min(length, next + most);
      for (; next < until; next += 1) take(next);
      return next < length;
    },
    paceAt: (now) => {
      if (start === null) return { mean: null, recent: null };
      const from = Math.max(start, now - WINDOW);
      const recent = [...buckets].reduce((sum, [bucket, count]) => ((bucket + 1) * BUCKET > from ? sum + count : sum), 0);
      return { mean: perSecond(characters, end - start), recent: perSecond(recent, now - from) };
    },
  };
}

function perSecond(characters: number, milliseconds: number): number | null {
  return milliseconds < SHORTEST ? null : (characters * 1000) / milliseconds;
}
