import type { JsonObject } from '#base/json.ts';
import type { EventDraft } from '#sample-api/event-writing/item-events.ts';
import { numbered } from '#sample-api/event-writing/response-events.ts';
import type { Moment } from './pace.ts';
import type { LiveFrame } from './timeline.ts';

/** How a server's stream differs from OpenAI's. What is not said is as OpenAI does it. */
export type Dialect = {
  /** What goes out in place of an event of OpenAI's: nothing, another one, or several. They get their numbers afterwards. */
  readonly rewrite?: (draft: EventDraft) => readonly EventDraft[];
  /** Changes the order of moments; their times stay sorted. */
  readonly reorder?: (moments: readonly Moment[]) => readonly Moment[];
  /** The last touch, on an event that has its number. */
  readonly finish?: (event: JsonObject) => JsonObject;
  readonly write?: (event: JsonObject) => string;
  /** The comment that begins the stream, and fills silences of more than so many milliseconds. */
  readonly comment?: { readonly text: string; readonly every: number };
  /** What follows the last event. */
  readonly sentinel?: string;
};

/** The frames of a story as a server of that dialect sends them. */
export function speak(moments: readonly Moment[], dialect: Dialect): readonly LiveFrame[] {
  const { rewrite = (draft) => [draft], reorder = (same) => same, finish = (event) => event, comment, sentinel } = dialect;
  const spoken = reorder(moments.flatMap(({ at, draft }) => rewrite(draft).map((other) => ({ at, draft: other }))));
  const frames = spoken.map(({ at, draft }, number): LiveFrame => ({ at, event: finish(numbered(draft, number)), text: '' }));
  const commented = comment === undefined ? frames : withComments(frames, comment);
  return sentinel === undefined ? commented : [...commented, { at: frames.at(-1)?.at ?? 0, event: null, text: sentinel }];
}

function withComments(frames: readonly LiveFrame[], { text, every }: NonNullable<Dialect['comment']>): readonly LiveFrame[] {
  const comment = (at: number): LiveFrame => ({ at, event: null, text: `: ${text}\n\n` });
  let last = 0;
  const filled = frames.flatMap((frame) => {
    const comments: LiveFrame[] = [];
    for (let at = last + every; at < frame.at; at += every) comments.push(comment(at));
    last = frame.at;
    return [...comments, frame];
  });
  return [comment(0), ...filled];
}
