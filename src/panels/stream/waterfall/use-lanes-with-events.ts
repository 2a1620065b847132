import { useLayoutEffect, type RefObject } from 'react';
import { countBefore } from '#base/sorted.ts';
import type { Lane } from '#model/lane.ts';
import type { Lanes } from '#model/lanes.ts';
import { LANE_HEIGHT, valueOf, type Measured } from './picture.ts';
import type { Stretch } from './scale.ts';
import { bringIntoView } from './use-lane-scroll.ts';
import type { View } from './use-stretch.ts';

/** Of many lanes few are in view: where the reader zooms or moves to a stretch that none of these has an event in, those that have come into view. */
export function useLanesWithEvents(box: RefObject<HTMLElement | null>, lanes: Lanes, length: number, view: View): void {
  const { from, to } = view.stretch;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || !view.isZoomed) return;
    const measured: Measured = { lanes, scale: view };
    const rows = lanes.list();
    const first = Math.floor(element.scrollTop / LANE_HEIGHT);
    const seen = rows.slice(first, first + Math.ceil(element.clientHeight / LANE_HEIGHT));
    if (seen.some((lane) => hasEventIn(measured, lane, view.stretch))) return;
    const middle = countBefore(length, (event) => valueOf(measured, event) < (from + to) / 2);
    const lane = lanes.laneOf(Math.min(middle, length - 1));
    if (lane !== undefined && hasEventIn(measured, lane, view.stretch)) bringIntoView(element, rows.indexOf(lane));
    // Only what the reader does moves the lanes, not what arrives meanwhile.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [from, to, view.kind, view.isZoomed]);
}

function hasEventIn(measured: Measured, { events }: Lane, { from, to }: Stretch): boolean {
  const at = countBefore(events.length(), (index) => valueOf(measured, events.at(index)) < from);
  return at < events.length() && valueOf(measured, events.at(at)) <= to;
}
