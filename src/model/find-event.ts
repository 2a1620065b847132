import type { EventLog } from './event-log.ts';

/** The event that a link calls `seq`: the one with this sequence number, or the one of this number by arrival where it has none. Null when there is none yet. */
export function eventOfSeq(log: EventLog, length: number, seq: number): number | null {
  const first = log.at(0)?.sequenceNumber ?? 0;
  // Most streams count up by one, so that it stands where it should.
  if (isCalled(log, length, seq - first, seq)) return seq - first;
  for (let event = 0; event < length; event += 1) {
    if (log.at(event)?.sequenceNumber === seq) return event;
  }
  return isCalled(log, length, seq, seq) ? seq : null;
}

/** What a link calls an event; null for one whose name means another event, as an unnumbered one among numbered ones. */
export function seqOfEvent(log: EventLog, length: number, event: number): number | null {
  const row = log.at(event);
  if (row === undefined) return null;
  const seq = row.sequenceNumber ?? event;
  return eventOfSeq(log, length, seq) === event ? seq : null;
}

function isCalled(log: EventLog, length: number, event: number, seq: number): boolean {
  if (event < 0 || event >= length) return false;
  const row = log.at(event);
  return row !== undefined && (row.sequenceNumber ?? event) === seq;
}
