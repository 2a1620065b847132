import type { EventFilter } from '#model/event-filter.ts';
import type { StreamClock } from '#model/recording.ts';

type Noted = {
  readonly clock: StreamClock;
  readonly filter: EventFilter;
  /** The number of an event that the link asks for and that is not there. */
  readonly missing: number | null;
};

/** What a reader of the table should know before trusting it, in sentences. */
export function streamNotes({ clock, filter, missing }: Noted): readonly string[] {
  const asksForGaps = filter.words.some(({ term }) => term?.kind === 'gap');
  return [
    ...(missing === null ? [] : [`There is no event ${missing} here.`]),
    ...(clock.startedAt === null && asksForGaps ? ['No arrival times are known here, so no event has a gap.'] : []),
  ];
}
