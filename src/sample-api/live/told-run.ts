import { numberOf, objectOf, type JsonArray, type JsonObject } from '#base/json.ts';
import { frameOf } from '#sample-api/event-writing/response-events.ts';
import { speak, type Dialect } from './dialect.ts';
import type { Moment } from './pace.ts';
import { scriptedTimeline } from './scripted-timeline.ts';
import { tell, type Story } from './story.ts';
import type { BeginRun, LiveFrame, ReadSource } from './timeline.ts';

/** What happened, event by event. */
export type Told = {
  readonly moments: readonly Moment[];
  /** What the model was given, oldest first. */
  readonly input: JsonArray;
};

/** Tells what happened in so many milliseconds. */
export type Teller = (id: string, milliseconds: number, read: ReadSource) => Promise<Told> | Told;

export type Telling = Dialect & {
  readonly seconds: number;
  /** Makes pauses between the moments, or takes them out. */
  readonly shape?: (moments: readonly Moment[]) => readonly Moment[];
};

/** A run that tells what happened while time passes. */
export function runOf(teller: Teller, { seconds, shape = (same) => same, ...dialect }: Telling): BeginRun {
  return async ({ id, startedAt }, read) => {
    const { moments, input } = await teller(id, seconds * 1000, read);
    const frames = dated(speak(shape(moments), dialect), Math.floor(startedAt / 1000));
    return scriptedTimeline({ frames, write: dialect.write ?? frameOf, input });
  };
}

/** Tells a story of our own, which runs in the background. */
export function story(storyOf: (id: string) => Story, tellStory = tell): Teller {
  return (id, milliseconds) => {
    const { response, steps, input } = storyOf(id);
    return { moments: tellStory({ response: { ...response, background: true }, steps, input }, milliseconds), input };
  };
}

/** The same frames with the times of this run in every snapshot of the response. In Unix seconds. */
function dated(frames: readonly LiveFrame[], createdAt: number): readonly LiveFrame[] {
  const length = Math.ceil((frames.at(-1)?.at ?? 0) / 1000);
  return frames.map((frame) => {
    const response = objectOf(frame.event?.['response']);
    return frame.event === null || response === null
      ? frame
      : { ...frame, event: { ...frame.event, response: withTimes(response, createdAt, length) } };
  });
}

function withTimes(response: JsonObject, createdAt: number, length: number): JsonObject {
  const times = { created_at: createdAt, completed_at: createdAt + length };
  const known = Object.entries(times).filter(([name]) => numberOf(response[name]) !== null);
  return { ...response, ...Object.fromEntries(known) };
}
