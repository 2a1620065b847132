import type { EventLog } from '#model/event-log.ts';
import { eventOfSeq, seqOfEvent } from '#model/find-event.ts';

/** The events of a recording, as far as it goes. */
type Events = { readonly log: EventLog; readonly length: number };

/** How filters and reports name an event: by its sequence number, or `@57` by its number in order of arrival where it has none of its own. */
export function nameOfEvent({ log, length }: Events, event: number): string {
  const seq = seqOfEvent(log, length, event);
  return seq === null ? `@${event}` : String(seq);
}

/** The event that `name` means; null where there is none. */
export function eventOfName({ log, length }: Events, name: string): number | null {
  if (!/^@?\d{1,15}$/.test(name)) return null;
  if (!name.startsWith('@')) return eventOfSeq(log, length, Number(name));
  const event = Number(name.slice(1));
  return event < length ? event : null;
}

/** What a link calls an event, or the nearest one before it that links can name; null where there is none. */
export function seqNear({ log, length }: Events, event: number): number | null {
  for (let near = event; near >= Math.max(0, event - MOST_STEPS); near -= 1) {
    const seq = seqOfEvent(log, length, near);
    if (seq !== null) return seq;
  }
  return null;
}

/** Looking up an event that stands where its number does not say goes through all of them. */
const MOST_STEPS = 8;
