import type { JsonObject } from '#base/json.ts';
import { frameOf, numbered } from '#sample-api/event-writing/response-events.ts';
import type { Moment } from './pace.ts';
import { scriptedTimeline } from './scripted-timeline.ts';
import { tell, type Story } from './story.ts';
import type { LiveFrame, RunStart, Timeline } from './timeline.ts';

/** How a server spells what it tells: its events, what stands between them, and how an event becomes text. */
export type Dialect = {
  readonly framesOf: (moments: readonly Moment[], start: RunStart) => readonly LiveFrame[];
  readonly write: (event: JsonObject) => string;
};

export type Telling = {
  readonly seconds: number;
  /** Moves moments about, or adds some. */
  readonly shape?: (moments: readonly Moment[]) => readonly Moment[];
  readonly dialect?: Dialect;
};

/** As OpenAI writes a background stream. */
export const openAiDialect: Dialect = {
  framesOf: (moments) => moments.map(({ at, draft }, index) => ({ at, event: numbered(draft, index), text: '' })),
  write: frameOf,
};

/** A run that tells a story from its first request on. */
export function runOf(
  storyOf: (id: string) => Story,
  { seconds, shape = (moments) => moments, dialect = openAiDialect }: Telling,
): (start: RunStart) => Timeline {
  return (start) => {
    const { response, ...story } = storyOf(start.id);
    const createdAt = Math.floor(start.startedAt / 1000);
    const dated = { ...response, background: true, created_at: createdAt, completed_at: createdAt + seconds };
    const moments = shape(tell({ ...story, response: dated }, seconds * 1000));
    return scriptedTimeline({ frames: dialect.framesOf(moments, start), write: dialect.write, input: story.input });
  };
}
