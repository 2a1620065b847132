import type { JsonArray, JsonObject } from '#base/json.ts';
import { createFold } from '#model/fold.ts';
import { eventFromJson, sequenceNumberOf } from '#protocol/stream-event.ts';
import type { LiveFrame, Timeline } from './timeline.ts';

export type Script = {
  readonly frames: readonly LiveFrame[];
  readonly write: (event: JsonObject) => string;
  readonly input: JsonArray;
};

/** The timeline of a run whose frames are all there. */
export function scriptedTimeline({ frames, write, input }: Script): Timeline {
  return {
    length: frames.length,
    timeAt: (place) => frames[place]?.at ?? Infinity,
    frameAt: (place) => frames[place],
    placeBehind: (sequenceNumber) => placeBehind(frames, sequenceNumber),
    write,
    bodyAt: (place) => foldFrames(frames.slice(0, place)),
    input,
  };
}

function placeBehind(frames: readonly LiveFrame[], sequenceNumber: number): number {
  let count = 0;
  const place = frames.findIndex(({ event }) => {
    if (event === null) return false;
    count += 1;
    return (sequenceNumberOf(event) ?? count - 1) > sequenceNumber;
  });
  return place === -1 ? frames.length : place;
}

function foldFrames(frames: readonly LiveFrame[]): JsonObject {
  const fold = createFold();
  for (const { event } of frames) if (event !== null) fold.apply(eventFromJson(event));
  return fold.state().response ?? {};
}
