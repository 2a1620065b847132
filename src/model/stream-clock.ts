import { numberOf, objectOf } from '#base/json.ts';
import { isTerminalEvent } from '#protocol/event-types.ts';
import type { StreamEvent } from '#protocol/stream-event.ts';
import type { LoggedEvent } from './event-log.ts';
import type { StreamClock } from './recording.ts';

/** No event for so long ends the replay, in milliseconds. */
const PAUSE = 250;
/** So does a time of `WINDOW` milliseconds that brings less than `REPLAYED` bytes: a model writes at that pace, a server that has it all does not. */
const WINDOW = 500;
const REPLAYED = 20_000;

type Read = { readonly arrival: number; bytes: number; events: number };
type ClockReader = {
  /** Takes the next event, with what the log says of it. */
  readonly take: (event: StreamEvent, logged: LoggedEvent) => void;
  readonly clock: () => StreamClock;
};

/**
 * Tells what existed before we connected from what we saw happen. `startedAt` is when the request was sent, in Unix milliseconds.
 * A server replays what it has as fast as the line takes it; the backlog is all up to the first pause of that.
 */
export function createClockReader(startedAt: number): ClockReader {
  let count = 0;
  let backlog: number | null = null;
  let isOriginal = true;
  let firstArrival: number | null = null;
  /** The last reads, while the replay lasts: those within `WINDOW`. */
  const recent: Read[] = [];

  function take(event: StreamEvent, { arrival, length }: LoggedEvent) {
    count += 1;
    if (backlog !== null) return;
    firstArrival ??= arrival;
    const last = recent.at(-1);
    if (last !== undefined && arrival - last.arrival > PAUSE) return endReplay(count - 1);
    if (last?.arrival === arrival) {
      last.bytes += length;
      last.events += 1;
    } else recent.push({ arrival, bytes: length, events: 1 });
    while ((recent[0]?.arrival ?? arrival) < arrival - WINDOW) recent.shift();
    if (arrival - firstArrival > WINDOW && sum(recent, 'bytes') < REPLAYED) return endReplay(count - sum(recent, 'events'));
    // What ended within the replay had ended before, unless the server says otherwise.
    if (event.kind === 'event' && isTerminalEvent(event.type)) isOriginal = endedAfter(event, startedAt);
  }

  function endReplay(events: number) {
    backlog = events;
    recent.length = 0;
  }

  return { take, clock: () => ({ startedAt, backlog: backlog ?? count, isOriginal }) };
}

function sum(reads: readonly Read[], what: 'bytes' | 'events'): number {
  return reads.reduce((total, read) => total + read[what], 0);
}

/** Servers tell whole seconds, and their clocks are a little off. */
function endedAfter(event: Extract<StreamEvent, { kind: 'event' }>, startedAt: number): boolean {
  const completedAt = numberOf(objectOf(event.json['response'])?.['completed_at']);
  return completedAt !== null && completedAt * 1000 > startedAt + 1000;
}
