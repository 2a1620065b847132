import type { JsonArray, JsonObject } from '#base/json.ts';
import type { StoredResponse } from '#sample-api/sample-library.ts';

export type RunStart = {
  /** As asked, with its suffix. */
  readonly id: string;
  /** The words and numbers in the ID that say how it runs. */
  readonly words: readonly string[];
  /** Unix milliseconds. */
  readonly startedAt: number;
};

/** Reads a stored sample under another ID; null when there is none. */
export type ReadSource = (id: string, sourceId: string) => Promise<StoredResponse | null>;

export type BeginRun = (start: RunStart, read: ReadSource) => Promise<Timeline> | Timeline;

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
  /** When the frame at a place goes out, in milliseconds since the run began; Infinity behind the last. */
  readonly timeAt: (place: number) => number;
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
export function placeAfter({ length, timeAt }: Timeline, elapsed: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (timeAt(middle) <= elapsed) low = middle + 1;
    else high = middle;
  }
  return low;
}
