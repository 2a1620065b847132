import { formatNumber } from '#base/format-number.ts';
import { formatLocalTime } from '#base/format-time.ts';
import type { LoggedEvent } from '#model/event-log.ts';
import type { Preferences } from '#state/preferences.ts';

/** What the times of events count from. */
export type EventTimes = Preferences['eventTimes'];

/** A pause that a reader of a stream would notice, in milliseconds. */
export const LONG_GAP = 500;

/** Milliseconds since the event before; null for the first one and where arrivals are not known. */
export function gapBefore(row: LoggedEvent, before: LoggedEvent | undefined, startedAt: number | null): number | null {
  return startedAt === null || before === undefined ? null : row.arrival - before.arrival;
}

/** When an event arrived: "28.102 s" since the request, "+4,259 ms" since the event before, "14:02:11.042" on the clock; "–" where it is not known. */
export function arrivalText(times: EventTimes, row: LoggedEvent, before: LoggedEvent | undefined, startedAt: number | null): string {
  if (startedAt === null) return '–';
  if (times === 'start') return `${(row.arrival / 1000).toFixed(3)} s`;
  if (times === 'clock') return clockText(startedAt + row.arrival);
  const gap = gapBefore(row, before, startedAt);
  return gap === null ? '–' : gapText(gap);
}

/** Unix milliseconds as "14:02:11.042" in the reader's time zone. */
function clockText(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '–';
  return `${formatLocalTime(date).slice(11)}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

export function gapText(gap: number): string {
  return `+${formatNumber(Math.round(gap))} ms`;
}
