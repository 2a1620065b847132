import { formatDuration } from '#base/format-duration.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import type { FoldState, NoticeKind, NumberRange } from './fold-state.ts';

/** A connection that was lost and made again. */
export type Reconnected = {
  /** The number of the first event behind it, in order of arrival. */
  readonly at: number;
  /** How long there was none. */
  readonly milliseconds: number;
  /** The last number before it, and the first one behind it; null where the events have none. */
  readonly from: number | null;
  readonly to: number | null;
  /** How many events never came. */
  readonly lost: number;
};

/** A sentence about how a stream arrived. `isLoss`: something is missing or wrong. */
export type StreamRemark = { readonly text: string; readonly isLoss: boolean };

/** More ranges than this are counted, not named. */
const MOST_RANGES = 4;

/** How a stream came to be here. */
export type StreamArrival = {
  readonly reconnections: readonly Reconnected[];
  /** It was asked for from the middle on, so that items without a beginning are as expected. */
  readonly isPart: boolean;
  /** Somebody noted when its events arrived. */
  readonly hasTimes: boolean;
};

/** What a reader should know about how a stream arrived, in order of weight. */
export function streamRemarks(folded: FoldState, { reconnections, isPart, hasTimes }: StreamArrival): readonly StreamRemark[] {
  const { missing, noticeCounts, eventCount } = folded;
  return [
    ...(missing.length === 0 ? [] : [loss(missingWords(missing))]),
    ...unreadableWords(folded, reconnections),
    ...reconnections.map(({ lost, ...rest }) => ({ text: reconnectedWords({ lost, ...rest }), isLoss: lost > 0 })),
    ...counted(noticeCounts, 'restart', (count) => note(`the stream began anew ${times(count)}; what it had told before is in Stream`)),
    ...counted(noticeCounts, 'duplicate', (count) =>
      note(`${formatCount(count, 'event')} came twice and ${count === 1 ? 'was' : 'were'} taken once`),
    ),
    ...counted(noticeCounts, 'late', (count) => note(`${formatCount(count, 'event')} came out of order`)),
    ...(isPart ? [] : counted(noticeCounts, 'stub', (count) => note(`${formatCount(count, 'item')} came without a beginning`))),
    ...counted(noticeCounts, 'after-done', (count) => note(`${formatCount(count, 'event')} came behind [DONE]`)),
    ...unknownWords(folded),
    ...(hasTimes ? [] : [note(`received as one piece of ${formatCount(eventCount, 'event')}: when each of them arrived is not known`)]),
  ];
}

/** "reconnected after 4.1 s, 310 → 311, nothing lost" */
export function reconnectedWords({ milliseconds, from, to, lost }: Reconnected): string {
  const numbers =
    from === null || to === null ? 'from the beginning, as its events have no numbers' : `${formatNumber(from)} → ${formatNumber(to)}`;
  return `reconnected after ${formatDuration(milliseconds)}, ${numbers}, ${lost === 0 ? 'nothing lost' : `${formatCount(lost, 'event')} lost`}`;
}

/** All of them in one sentence, for where they are folded away: "reconnected 3 times, nothing lost · 5 events came twice…". */
export function remarksSummary(remarks: readonly StreamRemark[], reconnections: readonly Reconnected[]): string {
  const lost = reconnections.reduce((sum, reconnection) => sum + reconnection.lost, 0);
  const others = remarks.filter(({ text }) => !text.startsWith('reconnected '));
  const parts = [
    ...(reconnections.length === 0
      ? []
      : [`reconnected ${times(reconnections.length)}, ${lost === 0 ? 'nothing' : formatCount(lost, 'event')} lost`]),
    ...others.map(({ text }) => text),
  ];
  return parts.length <= 2 ? parts.join(' · ') : `${parts.slice(0, 2).join(' · ')} · ${parts.length - 2} more`;
}

function missingWords(missing: readonly NumberRange[]): string {
  const count = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const named = missing.slice(0, MOST_RANGES).map(({ from, to }) => (from === to ? String(from) : `${from} to ${to}`));
  const more = missing.length > MOST_RANGES ? ' and more' : '';
  return `${formatCount(count, 'event')} never came: ${named.join(', ')}${more}`;
}

/** What a dropped connection left of an event is no loss: the event comes again as a whole. */
function unreadableWords(
  { noticeCounts, notices, eventCount, ending }: FoldState,
  reconnections: readonly Reconnected[],
): readonly StreamRemark[] {
  const breaks = new Set(reconnections.map(({ at }) => at - 1));
  const unreadable = notices.filter(({ kind }) => kind === 'unreadable');
  const halves = unreadable.filter(({ event }) => breaks.has(event)).length;
  const isLastHalf = ending === 'cut-off' && unreadable.some(({ event }) => event === eventCount - 1);
  const count = noticeCounts.unreadable - halves - (isLastHalf ? 1 : 0);
  return [
    ...(count <= 0 ? [] : [loss(`${formatCount(count, 'event')} could not be read`)]),
    ...(isLastHalf ? [note('of the last event only a part came')] : []),
  ];
}

function unknownWords({ noticeCounts, unknownTypes }: FoldState): readonly StreamRemark[] {
  const count = noticeCounts['unknown-type'];
  if (count === 0) return [];
  const names = [...unknownTypes.keys()].slice(0, 3).join(', ');
  return [note(`${formatCount(count, 'event')} of ${formatCount(unknownTypes.size, 'type')} this viewer does not know: ${names}`)];
}

function counted(
  counts: Readonly<Record<NoticeKind, number>>,
  kind: NoticeKind,
  say: (count: number) => StreamRemark,
): readonly StreamRemark[] {
  const count = counts[kind];
  return count === 0 ? [] : [say(count)];
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${formatNumber(count)} times`;
}

function note(text: string): StreamRemark {
  return { text, isLoss: false };
}

function loss(text: string): StreamRemark {
  return { text, isLoss: true };
}
