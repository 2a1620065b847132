import { createSpread } from '#base/spread.ts';
import { isTerminalEvent } from '#protocol/event-types.ts';
import { isJump, judgeBuffering, type BufferingVerdict } from './buffering.ts';
import type { EventLog, LoggedEvent } from './event-log.ts';
import { NOTHING_SEEN, withMoment, type FirstMoments } from './first-moments.ts';
import { createItemNews } from './item-news.ts';
import { createItemTimes, type ItemTime } from './item-times.ts';
import { createBurstCounter, type ReadSummary } from './read-bursts.ts';
import { createStallFinder, type Stall } from './stall-finder.ts';
import { createTextPace, type PaceSeries } from './text-pace.ts';
import { createShareCounter, kindOfFamily, type TimeShares } from './time-shares.ts';
import type { TimedSpan } from './timed-span.ts';
import { charactersOf, isWriting } from './written-text.ts';

/** What can be measured of the times of a stream. Moments are milliseconds since the request, spans milliseconds. */
export type Timings = {
  readonly span: MeasuredSpan;
  /** When measuring begins, and when the last event came. */
  readonly start: number;
  readonly end: number;
  readonly hasEnded: boolean;
  readonly first: FirstMoments;
  /** How many characters were written; their number a second on average and in the last seconds, null while that is too short to tell. */
  readonly characters: number;
  readonly meanPace: number | null;
  readonly recentPace: number | null;
  readonly pace: PaceSeries | null;
  /** Between one event and the next; null where there are not two. */
  readonly gaps: { readonly median: number | null; readonly p95: number | null; readonly longest: number | null };
  readonly longestStall: Stall | null;
  readonly items: readonly ItemTime[];
  readonly shares: TimeShares;
  readonly reads: ReadSummary;
  readonly buffering: BufferingVerdict;
};

type MeasuredSpan = Exclude<TimedSpan, { kind: 'none' }>;

export type TimingsMeter = {
  /** Reads on where it stopped, up to `length` of the log, for as long as `isLate` allows. True when it has read all. */
  readonly extend: (length: number, isLate: () => boolean) => boolean;
  /** What was measured so far. `now`, in the milliseconds of the arrivals, while more is expected; null once it is not. */
  readonly timings: (now: number | null) => Timings;
};

const BETWEEN_LOOKS = 32;
/** With these a server says that it is still there, and nothing of the response. */
const SIGNS_OF_LIFE: ReadonlySet<string> = new Set(['keepalive', 'ping']);

const meters = new WeakMap<EventLog, { readonly span: MeasuredSpan; readonly meter: TimingsMeter }>();

/** The meter of a log, the same for everybody who asks, so that each event is read once. */
export function timingsMeterOf(log: EventLog, span: MeasuredSpan): TimingsMeter {
  const known = meters.get(log);
  if (known?.span.from === span.from && known.span.kind === span.kind) return known.meter;
  const meter = createTimingsMeter(log, span);
  meters.set(log, { span, meter });
  return meter;
}

/** Measures the events of `span` one after the other. Those before it are only looked at for what they began. */
export function createTimingsMeter(log: EventLog, span: MeasuredSpan): TimingsMeter {
  const before = span.from === 0 ? undefined : log.at(span.from - 1);
  const newsOf = createItemNews(log);
  const text = createTextPace();
  const gaps = createSpread();
  const stalls = createStallFinder();
  const items = createItemTimes();
  const bursts = createBurstCounter(before, isJump);
  const shares = createShareCounter();
  let first = NOTHING_SEEN;
  let last: LoggedEvent | undefined;
  let written: number | null = null;
  let hasEnded = false;
  let next = 0;

  function look(index: number, row: LoggedEvent) {
    const news = newsOf(index, row);
    first = withMoment(first, { event: index, arrival: row.arrival, isTimed: index >= span.from }, row.type, news);
    hasEnded ||= isTerminalEvent(row.type);
    return news;
  }

  function pass(index: number, row: LoggedEvent) {
    const news = look(index, row);
    if (news !== null) shares.note(news);
    stalls.restart(index);
    last = row;
  }

  function measure(index: number, row: LoggedEvent) {
    const news = look(index, row);
    const isSign = SIGNS_OF_LIFE.has(row.type);
    const gap = Math.max(0, row.arrival - (last?.arrival ?? startOf(row)));
    const activity = shares.take(gap, news, isSign);
    // Time without a connection is no stall: the stream says elsewhere that it was resumed.
    const isFollowing = last?.connection === row.connection;
    if (isFollowing) {
      gaps.add(gap);
      stalls.take(index, gap, activity, isSign);
    } else stalls.restart(index);
    if (news !== null) items.take(news, { event: index, arrival: row.arrival });
    const characters = charactersOf(log, index);
    if (characters > 0) {
      text.add(row.arrival, characters, news === null ? 'other' : kindOfFamily(news.family));
      written = row.arrival;
    }
    bursts.take(row, index, isWriting(row.type));
    last = row;
  }

  /** When measuring begins: with the request, with the last event of the backlog, or with the first event there is. */
  function startOf(row: LoggedEvent | undefined): number {
    return span.kind === 'whole' ? 0 : (before?.arrival ?? row?.arrival ?? 0);
  }

  function extend(length: number, isLate: () => boolean): boolean {
    while (next < length) {
      const row = log.at(next);
      if (row === undefined) return true;
      if (next < span.from) pass(next, row);
      else measure(next, row);
      next += 1;
      if (next % BETWEEN_LOOKS === 0 && isLate()) return next >= length;
    }
    return true;
  }

  function timings(now: number | null): Timings {
    const start = startOf(log.at(0));
    const end = Math.max(start, last?.arrival ?? 0);
    const paceSince = span.kind === 'whole' ? (first.item?.arrival ?? end) : start;
    const reads = bursts.summary();
    const lasting = now === null || hasEnded ? null : { milliseconds: Math.max(0, now - end), activity: shares.current() };
    return {
      span,
      start,
      end,
      hasEnded,
      first,
      characters: text.total(),
      meanPace: text.mean(paceSince, written ?? end),
      recentPace: text.recent(paceSince, now ?? end),
      pace: text.series(),
      gaps: { median: gaps.quantile(0.5), p95: gaps.quantile(0.95), longest: gaps.greatest() },
      longestStall: stalls.longest(lasting),
      items: items.list(),
      shares: shares.shares(),
      reads,
      buffering: judgeBuffering(reads, span.kind === 'whole' ? 0 : null),
    };
  }

  return { extend, timings };
}
