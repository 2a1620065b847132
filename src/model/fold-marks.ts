import { countBefore } from '#base/sorted.ts';
import type { Fold } from './fold.ts';
import type { FoldMark } from './fold-mark.ts';

/** Where folding a stream can be taken up again. Grows with the stream. */
export type FoldMarks = {
  /** The last mark that has at most so many events before it; null where the first event is the place to begin. */
  readonly upTo: (eventCount: number) => FoldMark | null;
};

type FoldMarkKeeper = FoldMarks & {
  /** After each event that was folded: makes a mark where it is time for one. `byteLength` is that of the event. */
  readonly take: (byteLength: number) => void;
};

/** Work between two marks at first: reading and folding about 1,000 usual events, a few milliseconds. In bytes. */
const STRIDE = 524_288;
/** What an event costs besides its bytes, in bytes. */
const EVENT = 256;
const MOST = 128;
/** Marks may take so many bytes, or a quarter of what the stream has. */
const WEIGHT = 16_000_000;

/** Marks in even distances, further apart the longer the stream is: their number and their weight are bounded. `firstStride` is in bytes of work. */
export function createFoldMarks(fold: Fold, firstStride = STRIDE): FoldMarkKeeper {
  let kept: FoldMark[] = [];
  let stride = firstStride;
  let work = 0;
  let weight = 0;
  let byteCount = 0;

  function take(byteLength: number) {
    work += byteLength + EVENT;
    byteCount += byteLength;
    if (work < stride) return;
    const mark = fold.mark();
    kept.push(mark);
    weight += mark.weight;
    work = 0;
    while (kept.length > 1 && (kept.length > MOST || weight > Math.max(WEIGHT, byteCount / 4))) thin();
  }

  /** Leaves every other mark out. */
  function thin() {
    if (kept.length % 2 === 1) work += stride;
    kept = kept.filter((_, position) => position % 2 === 1);
    weight = kept.reduce((sum, mark) => sum + mark.weight, 0);
    stride *= 2;
  }

  function upTo(eventCount: number): FoldMark | null {
    return kept[countBefore(kept.length, (position) => (kept[position]?.eventCount ?? 0) <= eventCount) - 1] ?? null;
  }

  return { take, upTo };
}
