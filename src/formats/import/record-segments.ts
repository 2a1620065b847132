import { createStreamRecorder, streamRecording } from '#model/record-stream.ts';
import type { StreamClock, StreamRecording } from '#model/recording.ts';
import type { RecordedRead, RecordedSegment } from '#formats/recording-format.ts';
import type { Slices } from '#base/give-way.ts';

/** Bytes that nobody noted reads of are logged in pieces of this size, so that the page can draw in between. */
const PIECE = 65_536;

/** How reading a big file keeps the page alive. */
export type ImportPace = {
  readonly slices: Slices;
  /** Hears now and then which share of the events has been read, from 0 to 1. */
  readonly onProgress: (share: number) => void;
};

type About = Pick<StreamRecording, 'source' | 'receivedAt'> & {
  /** What the file says of its times; null where it has none. */
  readonly clock: StreamClock | null;
};

/** Logs and folds what a file holds, as if it came over the network again. */
export async function recordSegments(
  segments: readonly RecordedSegment[],
  { source, receivedAt, clock }: About,
  { slices, onProgress }: ImportPace,
): Promise<StreamRecording> {
  const recorder = createStreamRecorder();
  const total = segments.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let done = 0;
  for (const { bytes, reads, isBrokenOff } of segments) {
    recorder.log.connect();
    for (const { start, end, arrival } of readsIn(bytes.length, clock === null ? null : reads)) {
      recorder.append(bytes.subarray(start, end), arrival);
      if (!slices.isOver()) continue;
      onProgress((done + end) / total);
      await slices.rest();
    }
    done += bytes.length;
    if (isBrokenOff) recorder.breakOff();
    else recorder.close();
  }
  const count = recorder.log.length();
  const known = clock && { ...clock, backlog: Math.min(clock.backlog, count) };
  return streamRecording(recorder, { source, receivedAt, clock: known ?? { startedAt: null, backlog: count, isOriginal: false } });
}

type Read = { readonly start: number; readonly end: number; readonly arrival: number };

/** The reads as stretches of the bytes. Where they do not add up, the last one has the rest and none goes beyond. */
function readsIn(length: number, reads: readonly RecordedRead[] | null): readonly Read[] {
  const noted = reads ?? Array.from({ length: Math.ceil(length / PIECE) }, () => [PIECE, 0] as const);
  const found: Read[] = [];
  let start = 0;
  for (const [byteCount, arrival] of noted) {
    const end = Math.min(length, start + byteCount);
    found.push({ start, end, arrival });
    start = end;
  }
  if (start < length) found.push({ start, end: length, arrival: noted.at(-1)?.[1] ?? 0 });
  return found;
}
