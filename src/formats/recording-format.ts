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
};

/** Milliseconds to the microsecond: browsers measure no finer. */
export function roundTime(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
