import { formatBytes } from '#base/format-bytes.ts';
import { formatMeasured } from '#base/format-duration.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { eventsOf, type ReadBurst, type ReadSummary } from './read-bursts.ts';

/** Whether something between the model and us held events back to hand them on together. */
export type BufferingVerdict = {
  readonly outcome: 'buffering' | 'maybe' | 'no-sign';
  /** What was seen, as a sentence. */
  readonly text: string;
  /** What that may mean, or why nothing is said, as a sentence. */
  readonly meaning: string;
  /** The bursts that speak for it, in their order. */
  readonly evidence: readonly ReadBurst[];
};

/**
 * A model that writes 60 pieces a second makes one every 17 ms. Coming together with four others after 150 ms of silence is no pace of
 * writing, and is seen as a jump; servers that write fast and networks that join small packets stay below one of the two.
 */
const MANY_PIECES = 5;
const LONG_PAUSE = 150;
/** Fewer pieces than this say nothing: a short answer may come in one go. */
const FEWEST_PIECES = 20;
/** So often must it happen before a rule is seen in it. */
const FEWEST_BURSTS = 3;
/** So much of all that was written must have come that way: what is buffered is buffered throughout. */
const MOST_OF_IT = 0.6;
const MUCH_OF_IT = 0.25;
/** One burst of so many pieces is worth a word by itself, unless they are next to nothing of a long stream. */
const STRIKING = 20;
const NOT_NOTHING = 0.03;
/**
 * Even is what lies so close to the middle (as a part of it), for so many of them: a timer or a buffer of fixed size does nearly always, a
 * model that writes in bursts pauses for as long as it thinks. The rest may be flushes at the end of an item, or pauses for a tool.
 */
const CLOSE = 0.15;
const MOSTLY = 0.6;
/** All in one go, and that so late that a model would have been seen writing. Milliseconds. */
const LATE = 1500;
const NEARLY_ALL = 0.9;

/** True for a burst that may be a sign of buffering. */
export function isJump({ pieces, pause }: ReadBurst): boolean {
  return pieces >= MANY_PIECES && pause !== null && pause >= LONG_PAUSE;
}

/**
 * Judges what came together; `kept` of the reads are the jumps. Only deltas count: the handful of events that end an item come together from
 * every server. `since` is when waiting for the first burst began, or null where it may have waited on the server.
 */
export function judgeBuffering(reads: ReadSummary, since: number | null): BufferingVerdict {
  const { pieces, readCount, kept: jumps } = reads;
  if (pieces < FEWEST_PIECES) return noSign(`Only ${formatCount(pieces, 'delta')} came live: too few to tell.`);
  const late = allAtOnce(reads, since);
  if (late !== null) return late;
  const share = jumps.reduce((sum, burst) => sum + burst.pieces, 0) / pieces;
  const isEven = jumps.length >= FEWEST_BURSTS && (isEvenIn(pausesOf(jumps)) || isEvenIn(sizesOf(jumps)));
  if (share >= MOST_OF_IT && isEven) return buffering(jumps);
  const isStriking = jumps.some((burst) => burst.pieces >= Math.max(STRIKING, NOT_NOTHING * pieces));
  if (isStriking || (share >= MUCH_OF_IT && jumps.length >= FEWEST_BURSTS)) return maybe(jumps, share);
  return noSign(`${formatCount(pieces, 'delta')} came in ${formatCount(readCount, 'read')}, much as a model writes.`);
}

/** The answer of a proxy that hands nothing on before it has everything. */
function allAtOnce({ largest, pieces }: ReadSummary, since: number | null): BufferingVerdict | null {
  if (largest === null || largest.pieces < pieces * NEARLY_ALL) return null;
  const waited = largest.pause ?? (since === null ? 0 : largest.arrival - since);
  if (waited < LATE) return null;
  return {
    outcome: 'buffering',
    text: `${togetherWords(largest)}, after ${formatMeasured(waited)} of nothing: something between you and the API is buffering.`,
    meaning:
      'Nothing was handed on before there was everything. A proxy that buffers does that, and so does a server that only pretends to stream.',
    evidence: [largest],
  };
}

function buffering(jumps: readonly ReadBurst[]): BufferingVerdict {
  const pauses = pausesOf(jumps);
  const pattern = isEvenIn(pauses)
    ? `about every ${formatMeasured(median(pauses))}`
    : `with about ${formatBytes(median(sizesOf(jumps)))} each time`;
  return {
    outcome: 'buffering',
    text: `${togetherWords(jumps.reduce(mostPieces))}: something between you and the API is buffering.`,
    meaning: `It happened ${formatNumber(jumps.length)} times, ${pattern}. A proxy, a content filter or a compressing server that collects what it hands on looks like this; a model does not write so evenly in jumps.`,
    evidence: jumps,
  };
}

function maybe(jumps: readonly ReadBurst[], share: number): BufferingVerdict {
  return {
    outcome: 'maybe',
    text: `${togetherWords(jumps.reduce(mostPieces))}, after a pause: something may be buffering.`,
    meaning: `${Math.round(share * 100)} % of the deltas came in jumps, but not evenly. A model or a server that writes in bursts looks the same.`,
    evidence: jumps,
  };
}

function noSign(meaning: string): BufferingVerdict {
  return { outcome: 'no-sign', text: 'No sign of buffering.', meaning, evidence: [] };
}

/** "37 events arrived in one read". */
function togetherWords(burst: ReadBurst): string {
  const reads = burst.lastRead - burst.firstRead + 1;
  return `${formatCount(eventsOf(burst), 'event')} arrived in ${reads === 1 ? 'one read' : `${formatNumber(reads)} reads at once`}`;
}

function mostPieces(first: ReadBurst, second: ReadBurst): ReadBurst {
  return second.pieces > first.pieces ? second : first;
}

function pausesOf(bursts: readonly ReadBurst[]): readonly number[] {
  return bursts.map(({ pause }) => pause ?? 0);
}

function sizesOf(bursts: readonly ReadBurst[]): readonly number[] {
  return bursts.map(({ byteCount }) => byteCount);
}

function median(values: readonly number[]): number {
  return values.toSorted((first, second) => first - second)[values.length >> 1] ?? 0;
}

function isEvenIn(values: readonly number[]): boolean {
  const middle = median(values);
  const close = values.filter((value) => Math.abs(value - middle) <= CLOSE * middle).length;
  return values.length > 1 && close >= MOSTLY * values.length;
}
