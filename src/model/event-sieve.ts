import { countBefore } from '#base/sorted.ts';
import type { EventFilter } from './event-filter.ts';
import { createEventMatcher } from './event-matcher.ts';
import type { EventItems } from './event-items.ts';
import type { EventLog } from './event-log.ts';

/** What a sieve needs to know of the stream besides its log. */
export type SieveContext = {
  readonly items: EventItems;
  /** False where nobody noted when events arrived: then there are no gaps. */
  readonly hasArrivals: boolean;
};

/** The events that pass a filter, found bit by bit as the log grows. */
export type EventSieve = {
  /** Looks at further events, up to `length` of the log, for as long as `isLate` allows. True when it has seen them all. */
  readonly extend: (length: number, context: SieveContext, isLate: () => boolean) => boolean;
  /** How many events were looked at. */
  readonly seen: () => number;
  /** How many of them passed. */
  readonly count: () => number;
  /** The number of the event in a row of those that passed. */
  readonly eventAt: (row: number) => number | undefined;
  /** How many of those that passed come before an event. */
  readonly rowsBefore: (event: number) => number;
};

const FIRST_CAPACITY = 256;
/** The clock is looked at once for so many events. */
const BETWEEN_LOOKS = 32;

/** Positions that grow by doubling: nothing is copied for an event that comes. */
export function createEventSieve(log: EventLog, filter: EventFilter): EventSieve {
  const passes = createEventMatcher(log, filter);
  let positions = new Uint32Array(FIRST_CAPACITY);
  let count = 0;
  let seen = 0;

  function add(event: number) {
    if (count === positions.length) {
      const longer = new Uint32Array(count * 2);
      longer.set(positions);
      positions = longer;
    }
    positions[count] = event;
    count += 1;
  }

  return {
    extend: (length, context, isLate) => {
      const passesHere = passes(context);
      while (seen < length) {
        if (passesHere(seen)) add(seen);
        seen += 1;
        if (seen % BETWEEN_LOOKS === 0 && isLate()) return seen >= length;
      }
      return true;
    },
    seen: () => seen,
    count: () => count,
    eventAt: (row) => (row >= 0 && row < count ? positions[row] : undefined),
    rowsBefore: (event) => countBefore(count, (row) => (positions[row] ?? 0) < event),
  };
}
