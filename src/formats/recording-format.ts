import { numberOf, type JsonValue } from '#base/json.ts';

/** What `*.recording.json` is made of; `docs/recording-format.md` tells it to others. Written by `export/`, read by `import/`. */
export const RECORDING_FORMAT = 'responses-devtools.recording';
export const RECORDING_VERSION = 1;

/** Bytes of one connection in one network read, and when it arrived, in milliseconds since the request was sent. */
export type RecordedRead = readonly [byteCount: number, arrival: number];

/** One segment: what one connection brought. */
export type RecordedSegment = {
  readonly bytes: Uint8Array;
  /** Null where nobody noted arrivals. */
  readonly reads: readonly RecordedRead[] | null;
  /** The connection broke inside of an event; what came of that is in the bytes, and counts as no event. */
  readonly isBrokenOff: boolean;
};

/** Milliseconds to the microsecond: browsers measure no finer. */
export function roundTime(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}

/** Ten days: what lasts longer is no arrival, but something else in its place. */
const LONGEST_ARRIVAL = 864_000_000;
/** The last moment that a `Date` can hold. */
const LAST_MOMENT = 8.64e15;

/** The arrival that a file names, in milliseconds since the request; null for what can be none. */
export function arrivalOf(value: JsonValue | undefined): number | null {
  const arrival = numberOf(value);
  return arrival !== null && arrival >= 0 && arrival <= LONGEST_ARRIVAL ? arrival : null;
}

/** The moment that a file names, in Unix milliseconds; null for what can be none. */
export function momentOf(value: JsonValue | undefined): number | null {
  const moment = numberOf(value);
  return moment !== null && moment >= 0 && moment <= LAST_MOMENT - LONGEST_ARRIVAL ? moment : null;
}
