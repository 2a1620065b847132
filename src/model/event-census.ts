import type { EventLog } from './event-log.ts';

/** Which types of events there are, counted bit by bit as the log grows. */
export type EventCensus = {
  /** Counts further events, up to `length` of the log, for as long as `isLate` allows. True when it has counted them all. */
  readonly extend: (length: number, isLate: () => boolean) => boolean;
  readonly counted: () => number;
  /** How often each type came, in the order of their first. */
  readonly types: () => ReadonlyMap<string, number>;
  /** True when some event says its number; where none does, events are numbered by arrival. */
  readonly isNumbered: () => boolean;
};

const BETWEEN_LOOKS = 64;

export function createEventCensus(log: EventLog): EventCensus {
  const types = new Map<string, number>();
  let counted = 0;
  let isNumbered = false;
  return {
    extend: (length, isLate) => {
      while (counted < length) {
        const row = log.at(counted);
        if (row === undefined) return true;
        types.set(row.type, (types.get(row.type) ?? 0) + 1);
        isNumbered ||= row.sequenceNumber !== null;
        counted += 1;
        if (counted % BETWEEN_LOOKS === 0 && isLate()) return counted >= length;
      }
      return true;
    },
    counted: () => counted,
    types: () => types,
    isNumbered: () => isNumbered,
  };
}
