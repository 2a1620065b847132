import { formatCount, formatNumber } from '#base/format-number.ts';
import { familyOfStreamEvent } from '#model/event-items.ts';
import { laneTitle, numberWords, type LaneSource } from './lane-words.ts';
import type { HoverWords } from './hover-card.tsx';

/** What is said of the event under the pointer, without parsing it. */
export function hoverWords(event: number, source: LaneSource, length: number): HoverWords {
  const { lanes, log, hasArrivals } = source;
  const type = log.at(event)?.type ?? '';
  const lane = lanes.laneOf(event);
  const arrival = lanes.arrivalOf(event);
  const gap = event === 0 ? null : arrival - lanes.arrivalOf(event - 1);
  const timing = hasArrivals
    ? [
        `${(arrival / 1000).toFixed(3)} s${gap === null ? '' : `, ${formatNumber(Math.round(gap))} ms after the one before`}`,
        readWords(event, source, length),
      ]
    : [];
  return {
    type,
    family: familyOfStreamEvent(type, lane?.itemType),
    title: `#${numberWords(log, event)} · ${lane === undefined ? '' : laneTitle(lane, source)}`,
    facts: timing,
  };
}

/** "read 96, with 5 events". */
function readWords(event: number, { lanes }: LaneSource, length: number): string {
  const read = lanes.readOf(event);
  const start = lanes.readStart(read);
  const end = read + 1 < lanes.readCount() ? lanes.readStart(read + 1) : length;
  return `read ${formatNumber(read + 1)}, with ${formatCount(end - start, 'event')}`;
}
