import { countBefore } from '#base/sorted.ts';
import type { EventLog } from './event-log.ts';

/** The events at which output items begin, found bit by bit as the log grows. */
export type ItemStarts = {
  /** Looks at further events, up to `length` of the log, for as long as `isLate` allows. True when it has seen them all. */
  readonly extend: (length: number, isLate: () => boolean) => boolean;
  /** Ascending, as far as it has looked; the same list, growing. */
  readonly list: () => readonly number[];
  /** The start behind (1) or before (-1) an event; null where there is none. */
  readonly beside: (event: number, step: 1 | -1) => number | null;
};

const BETWEEN_LOOKS = 64;

/** An item begins where it is added, or with the first event of its `output_index` where nothing announced it. */
export function createItemStarts(log: EventLog): ItemStarts {
  const starts: number[] = [];
  const indexes = new Set<number>();
  let seen = 0;

  function look(event: number) {
    const row = log.at(event);
    if (row === undefined) return;
    const isFirst = row.outputIndex !== null && !indexes.has(row.outputIndex);
    if (isFirst || row.type === 'response.output_item.added') starts.push(event);
    if (row.outputIndex !== null) indexes.add(row.outputIndex);
  }

  function beside(event: number, step: 1 | -1): number | null {
    const place = countBefore(starts.length, (position) => (starts[position] ?? 0) < (step === 1 ? event + 1 : event));
    return starts[step === 1 ? place : place - 1] ?? null;
  }

  return {
    extend: (length, isLate) => {
      while (seen < length) {
        look(seen);
        seen += 1;
        if (seen % BETWEEN_LOOKS === 0 && isLate()) return seen >= length;
      }
      return true;
    },
    list: () => starts,
    beside,
  };
}
