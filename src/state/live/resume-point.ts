import { isTerminalEvent } from '#protocol/event-types.ts';
import type { StreamEvent } from '#protocol/stream-event.ts';
import type { EventRow } from '#model/event-columns.ts';

/** Where a stream can be gone on with, and whether it has to be. */
export type ResumePoint = {
  /** Takes the next event. True where it tells something new: not when it came before, by an earlier connection. */
  readonly take: (event: StreamEvent, row: EventRow) => boolean;
  /** The next connection begins. */
  readonly connect: () => void;
  /** The greatest sequence number so far; null while events carry none. */
  readonly lastNumber: () => number | null;
  /** How many events told something new. */
  readonly newCount: () => number;
  /** True when the response has ended: nothing is missing. */
  readonly hasEnded: () => boolean;
  /** True when an `error` came: a stream that closes behind it failed and was not cut off. */
  readonly hasError: () => boolean;
};

export function createResumePoint(): ResumePoint {
  let lastNumber: number | null = null;
  let newCount = 0;
  let hasEnded = false;
  let hasError = false;
  /** Events by this connection. Without numbers a stream begins again, and only what is behind the furthest place so far is new. */
  let place = 0;
  let furthest = 0;

  function isNew({ sequenceNumber }: EventRow): boolean {
    if (sequenceNumber !== null) return lastNumber === null || sequenceNumber > lastNumber;
    return lastNumber === null && place > furthest;
  }

  return {
    take: (event, row) => {
      place += 1;
      const isOneMore = isNew(row);
      furthest = Math.max(furthest, place);
      if (row.sequenceNumber !== null) lastNumber = Math.max(lastNumber ?? 0, row.sequenceNumber);
      if (isOneMore) newCount += 1;
      if (event.kind === 'event') {
        hasEnded ||= isTerminalEvent(event.type);
        hasError ||= event.type === 'error';
      }
      return isOneMore;
    },
    connect: () => void (place = 0),
    lastNumber: () => lastNumber,
    newCount: () => newCount,
    hasEnded: () => hasEnded,
    hasError: () => hasError,
  };
}
