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
