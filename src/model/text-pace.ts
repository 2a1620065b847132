import type { ActivityKind } from './time-shares.ts';

/** Characters that came within one stretch of time, by what they belong to. */
export type PaceBucket = Readonly<Record<WrittenKind, number>>;
type WrittenKind = Exclude<ActivityKind, 'waiting'>;

/** Characters over time: bucket after bucket, `milliseconds` wide each, the first one beginning at `start`. */
export type PaceSeries = { readonly start: number; readonly milliseconds: number; readonly buckets: readonly PaceBucket[] };

export type TextPace = {
  /** Takes what an event wrote; arrivals only grow. All times are in the milliseconds of the log's arrivals. */
  readonly add: (arrival: number, characters: number, kind: WrittenKind) => void;
  /** How many characters there were. */
  readonly total: () => number;
  /** Characters a second between `since` and `until`, counting all there were; null while that is too short to tell. */
  readonly mean: (since: number, until: number) => number | null;
  /** The same over the last seconds before `now`, but not before `since`. */
  readonly recent: (since: number, now: number) => number | null;
  /** Null as long as nothing was written. */
  readonly series: () => PaceSeries | null;
};

/** How far back "recent" reaches, and below which span nothing is said, in milliseconds. */
const WINDOW = 5_000;
const SHORTEST = 1_000;
const BUCKET = 250;
/** A chart has no room for more; beyond, two become one. */
const MOST_BUCKETS = 240;

/** Counts what is written over time, in as little room for an hour as for a minute. */
export function createTextPace(): TextPace {
  let total = 0;
  let start = 0;
  let width = BUCKET;
  let buckets: Bucket[] = [];
  const recent = new Map<number, number>();

  function countRecent(arrival: number, characters: number) {
    const bucket = Math.floor(arrival / BUCKET);
    recent.set(bucket, (recent.get(bucket) ?? 0) + characters);
    for (const old of recent.keys()) {
      if (old >= bucket - WINDOW / BUCKET) break; // a Map keeps its order, and arrivals only grow
      recent.delete(old);
    }
  }

  function add(arrival: number, characters: number, kind: WrittenKind) {
    if (total === 0) start = Math.floor(arrival / BUCKET) * BUCKET;
    total += characters;
    countRecent(arrival, characters);
    let place = Math.max(0, Math.floor((arrival - start) / width));
    while (place >= MOST_BUCKETS) {
      buckets = halved(buckets);
      width *= 2;
      place = Math.floor((arrival - start) / width);
    }
    while (buckets.length <= place) buckets.push({ ...EMPTY });
    const bucket = buckets[place];
    if (bucket !== undefined) bucket[kind] += characters;
  }

  return {
    add,
    total: () => total,
    mean: (since, until) => perSecond(total, until - since),
    recent: (since, now) => {
      const from = Math.max(since, now - WINDOW);
      const count = [...recent].reduce((sum, [bucket, characters]) => ((bucket + 1) * BUCKET > from ? sum + characters : sum), 0);
      return perSecond(count, now - from);
    },
    series: () => (total === 0 ? null : { start, milliseconds: width, buckets: buckets.map((bucket) => ({ ...bucket })) }),
  };
}

const EMPTY: PaceBucket = { reasoning: 0, tools: 0, text: 0, other: 0 };
type Bucket = { -readonly [Kind in keyof PaceBucket]: number };

function halved(buckets: readonly Bucket[]): Bucket[] {
  return Array.from({ length: Math.ceil(buckets.length / 2) }, (_, index) => {
    const [first, second] = [buckets[2 * index] ?? EMPTY, buckets[2 * index + 1] ?? EMPTY];
    return {
      reasoning: first.reasoning + second.reasoning,
      tools: first.tools + second.tools,
      text: first.text + second.text,
      other: first.other + second.other,
    };
  });
}

function perSecond(characters: number, milliseconds: number): number | null {
  return milliseconds < SHORTEST ? null : (characters * 1000) / milliseconds;
}
