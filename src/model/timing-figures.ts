import { formatDuration, formatMeasured } from '#base/format-duration.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import type { JsonObject } from '#base/json.ts';
import type { FirstMoment } from './first-moments.ts';
import { eventsOf } from './read-bursts.ts';
import type { Timings } from './timings.ts';
import { tokenPaces } from './token-pace.ts';

/** Something that was measured, in words. */
export type Figure = {
  readonly id: string;
  readonly label: string;
  /** The value with its unit; null while there is none. */
  readonly value: string | null;
  /** Said beside the value: "estimated". Empty for most. */
  readonly note: string;
  /** How it was measured, in sentences. */
  readonly how: string;
  /** The event it points at; null where it points at none. */
  readonly event: number | null;
};

/** What is measured. `headStart`: how long the response had been at work when it was asked for; null where that is not known. */
export type FigureSource = { readonly timings: Timings; readonly response: JsonObject; readonly headStart: number | null };

/** All figures of a stream in the order in which they are read; always the same ones, so that nothing moves while they come. */
export function timingFigures(source: FigureSource): readonly Figure[] {
  return [...momentFigures(source), ...paceFigures(source), ...gapFigures(source)];
}

function momentFigures({ timings, headStart }: FigureSource): readonly Figure[] {
  const { first, start, end } = timings;
  const ahead =
    headStart === null || headStart === 0
      ? ''
      : ` The response had been at work for ${formatDuration(headStart)} by then (created_at), so this is not how long the model took.`;
  const since = (what: string) => `From the request of this page to ${what}.${ahead}`;
  return [
    {
      ...figure('first-event', 'first event', first.event === null ? null : formatMeasured(first.event.arrival)),
      how: since('the read that brought the first event'),
      event: first.event?.event ?? null,
    },
    firstFigure('first-reasoning', 'first reasoning', first.reasoning, since('the first event of a reasoning item')),
    firstFigure('first-text', 'first text', first.text, since('the first piece of text that is meant for people')),
    {
      ...figure('measured', 'measured', formatMeasured(end - start)),
      how:
        timings.span.kind === 'whole'
          ? 'From the request to the last event: the response was watched from its beginning.'
          : 'What came live. The events that existed before this page connected are left out: when they arrived says nothing of the model.',
    },
  ];
}

function firstFigure(id: string, label: string, moment: FirstMoment | null, how: string): Figure {
  const isBefore = moment !== null && !moment.isTimed;
  const value = moment === null || isBefore ? null : formatMeasured(moment.arrival);
  return {
    ...figure(id, label, value),
    note: isBefore ? 'before this page connected' : '',
    how: isBefore ? 'It was there before this page connected, so when it was made is not known.' : how,
    event: moment?.event ?? null,
  };
}

const COUNTED = 'Text, reasoning, arguments and code are counted; padding (obfuscation) is not.';

function paceFigures({ timings, response }: FigureSource): readonly Figure[] {
  const { characters, meanPace, recentPace, hasEnded } = timings;
  const [all, visible] = tokenPaces(timings, response);
  return [
    {
      ...figure('characters', 'characters', formatNumber(characters)),
      how: `What the deltas brought, in UTF-16 units. ${COUNTED}`,
    },
    { ...figure('mean-pace', 'characters/s', rounded(meanPace)), how: `On average, from the first item to the last delta. ${COUNTED}` },
    {
      ...figure('recent-pace', 'in the last 5 s', rounded(recentPace)),
      how: `Characters a second ${hasEnded ? 'in the five seconds before the end' : 'over the last five seconds'}. ${COUNTED}`,
    },
    { ...figure('tokens', 'tokens/s', rounded(all.value)), note: all.isEstimated ? 'estimated' : '', how: all.how },
    { ...figure('visible-tokens', 'without reasoning', rounded(visible.value)), how: visible.how },
  ];
}

function gapFigures({ timings }: FigureSource): readonly Figure[] {
  const { gaps, longestStall } = timings;
  const how = 'Between one event and the next, as they arrived; events of one read have none between them. Lost connections are left out.';
  return [
    { ...figure('gap-median', 'gap, median', measured(gaps.median)), how: `Half of the gaps are shorter. ${how}` },
    { ...figure('gap-p95', 'gap, p95', measured(gaps.p95)), how: `95 of 100 gaps are shorter. ${how}` },
    { ...figure('gap-longest', 'gap, longest', measured(gaps.longest)), how: `Keepalive events end a gap, too. ${how}` },
    {
      ...figure('stall', 'longest stall', measured(longestStall?.milliseconds ?? null)),
      note: longestStall !== null && longestStall.event === null ? 'and lasting' : '',
      how: 'The longest time in which nothing was told of the response; keepalive events do not end it. Lost connections are left out.',
      event: longestStall?.event ?? null,
    },
  ];
}

function figure(id: string, label: string, value: string | null): Omit<Figure, 'how'> {
  return { id, label, value, note: '', event: null };
}

function rounded(value: number | null): string | null {
  return value === null ? null : formatNumber(value < 10 ? Number(value.toFixed(1)) : Math.round(value));
}

function measured(milliseconds: number | null): string | null {
  return milliseconds === null ? null : formatMeasured(milliseconds);
}

/** What a stall was spent on: "in item 3 · web_search_call", "between two items", "before the first item". */
export function stallWords({ kind, item }: Pick<NonNullable<Timings['longestStall']>, 'kind' | 'item'>): string {
  if (item !== null) return `in ${[typeof item.key === 'number' ? `item ${item.key}` : '', item.type ?? kind].filter(Boolean).join(' · ')}`;
  return kind === 'waiting' ? 'before the first item' : 'between two items';
}

/** "96 reads · largest 37 events". */
export function readsWords({ readCount, largest }: Timings['reads']): string {
  return `${formatCount(readCount, 'read')} · largest ${formatCount(largest === null ? 0 : eventsOf(largest), 'event')}`;
}
