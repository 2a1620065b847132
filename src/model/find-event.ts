import type { EventLog } from './event-log.ts';

/** The event that a link calls `seq`: the one with this sequence number, or in a stream without any the one of this number by arrival. Null when there is none yet. */
export function eventOfSeq(log: EventLog, length: number, seq: number): number | null {
  // Most streams count up by one, so that it stands where it should.
  const guess = seq - (log.at(0)?.sequenceNumber ?? 0);
  if (guess < length && log.at(guess)?.sequenceNumber === seq) return guess;
  let isNumbered = false;
  for (let event = 0; event < length; event += 1) {
    const number = log.at(event)?.sequenceNumber ?? null;
    if (number === seq) return event;
    isNumbered ||= number !== null;
  }
  return !isNumbered && seq < length ? seq : null;
}

/** The first event from `from` to before `to` that is about the item with this `output_index`; null where none is. */
export function firstEventOfItem(log: EventLog, outputIndex: number, from: number, to: number): number | null {
  for (let event = from; event < to; event += 1) if (log.at(event)?.outputIndex === outputIndex) return event;
  return null;
}

/** What a link calls an event; null for one that has no name, as an unnumbered or repeated one among numbered ones. */
export function seqOfEvent(log: EventLog, length: number, event: number): number | null {
  const row = log.at(event);
  if (row === undefined) return null;
  const seq = row.sequenceNumber ?? event;
  return eventOfSeq(log, length, seq) === event ? seq : null;
}
