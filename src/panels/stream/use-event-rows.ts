import { useCallback, useMemo } from 'react';
import { createEventCensus, type EventCensus } from '#model/event-census.ts';
import { isFilteringEvents, type EventFilter } from '#model/event-filter.ts';
import type { EventItems } from '#model/event-items.ts';
import type { EventLog } from '#model/event-log.ts';
import { createEventSieve } from '#model/event-sieve.ts';
import { useSlices } from '#ui/use-slices.ts';

/** The events that the table shows, in their order. Nothing is copied to make it. */
export type EventRows = {
  readonly count: number;
  /** The number of the event in a row; undefined beyond the last. */
  readonly eventAt: (row: number) => number | undefined;
  /** The row of an event, or null when it is not shown. */
  readonly rowOf: (event: number) => number | null;
  /** How many rows come before an event, shown or not. */
  readonly rowsBefore: (event: number) => number;
  /** Events are still being looked at: there may be more rows. */
  readonly isLooking: boolean;
};

type Shown = {
  readonly log: EventLog;
  /** The events from `from` up to but without `length` are shown, as far as they pass the filter. */
  readonly from: number;
  readonly length: number;
  readonly filter: EventFilter;
  readonly items: EventItems;
  readonly hasArrivals: boolean;
};

export function useEventRows({ log, from, length, filter, items, hasArrivals }: Shown): EventRows {
  const isFiltering = isFilteringEvents(filter);
  const sieve = useMemo(() => createEventSieve(log, filter), [log, filter]);
  const extend = useCallback(
    (isLate: () => boolean) => !isFiltering || sieve.extend(length, { items, hasArrivals }, isLate),
    [isFiltering, sieve, length, items, hasArrivals],
  );
  useSlices(extend, sieve.seen);
  if (!isFiltering) return allRows(from, length);
  const skipped = sieve.rowsBefore(from);
  // While the display is paused, the sieve may have seen more than is shown.
  const count = sieve.rowsBefore(length) - skipped;
  const eventAt = (row: number) => (row >= 0 && row < count ? sieve.eventAt(row + skipped) : undefined);
  const rowsBefore = (event: number) => Math.min(Math.max(0, sieve.rowsBefore(event) - skipped), count);
  return {
    count,
    eventAt,
    rowsBefore,
    rowOf: (event) => (eventAt(rowsBefore(event)) === event ? rowsBefore(event) : null),
    isLooking: sieve.seen() < length,
  };
}

function allRows(from: number, length: number): EventRows {
  const count = Math.max(0, length - from);
  const rowsBefore = (event: number) => Math.min(Math.max(0, event - from), count);
  return {
    count,
    eventAt: (row) => (row >= 0 && row < count ? row + from : undefined),
    rowsBefore,
    rowOf: (event) => (event >= from && event < length ? event - from : null),
    isLooking: false,
  };
}

/** What types of events there are so far. */
export function useEventCensus(log: EventLog, length: number): EventCensus {
  const census = useMemo(() => createEventCensus(log), [log]);
  const extend = useCallback((isLate: () => boolean) => census.extend(length, isLate), [census, length]);
  // Drawn when another type comes; that there are more of a known one changes nothing.
  const progress = useCallback(() => census.types().size, [census]);
  useSlices(extend, progress);
  return census;
}
