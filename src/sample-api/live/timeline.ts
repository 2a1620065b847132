import type { JsonArray, JsonObject } from '#base/json.ts';

export type RunStart = {
  /** As asked, with its suffix. */
  readonly id: string;
  /** The numbers in the ID. */
  readonly numbers: readonly number[];
  /** Unix milliseconds. */
  readonly startedAt: number;
};

/** One thing that a run sends: an event, or text that is none, such as a comment. */
export type LiveFrame = {
  /** Milliseconds since the run began. */
  readonly at: number;
  readonly event: JsonObject | null;
  /** The text where there is no event, as it stands on the wire. */
  readonly text: string;
};

/** All that a run will ever send, made while it is looked at. Never changes: how far the run is, is a matter of the clock alone. */
export type Timeline = {
  readonly length: number;
  /** The frame at a place from 0, in order of time; undefined outside. */
  readonly frameAt: (place: number) => LiveFrame | undefined;
  /** The place behind the event of this number; where events have no number, behind as many events. */
  readonly placeBehind: (sequenceNumber: number) => number;
  /** How an event is spelled. */
  readonly write: (event: JsonObject) => string;
  /** The Response that the frames before a place amount to. */
  readonly bodyAt: (place: number) => JsonObject;
  /** What the model was given, oldest first. */
  readonly input: JsonArray;
};

/** How many frames a run has sent after so many milliseconds. */
export function placeAfter({ length, frameAt }: Timeline, elapsed: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((frameAt(middle)?.at ?? Infinity) <= elapsed) low = middle + 1;
    else high = middle;
  }
  return low;
}
