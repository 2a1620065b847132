import { countBefore } from '#base/sorted.ts';
import type { EventKind, Lane } from '#model/lane.ts';
import type { Lanes } from '#model/lanes.ts';
import { valueAt, xOf, type Scale } from './scale.ts';

/** The height of a lane, in pixels: that of the rows beside it. */
export const LANE_HEIGHT = 24;

/** Colours as a canvas takes them. */
export type Colors = Readonly<Record<EventKind | 'line' | 'text' | 'secondary' | 'tertiary' | 'warning' | 'accent', string>>;

/** What is drawn, and on which scale. */
export type Picture = {
  readonly lanes: Lanes;
  /** How many events are drawn. */
  readonly length: number;
  readonly scale: Scale;
  readonly colors: Colors;
  /** The time it is, on the clock of the arrivals, while a stream runs: what is open goes on until then. Else null. */
  readonly now: number | null;
};

/** What tells where events stand. */
export type Measured = { readonly lanes: Lanes; readonly scale: Pick<Scale, 'kind'> };

/** Events in ascending order, as a lane has them. */
type EventList = Pick<Lane['events'], 'length' | 'at'>;

/** Where an event stands on the scale: its arrival, or its own number. */
export function valueOf({ lanes, scale }: Measured, event: number): number {
  return scale.kind === 'time' ? lanes.arrivalOf(event) : event;
}

/** Where an event stands, in pixels; where events are counted, the middle of its own stretch. */
export function xOfEvent(picture: Pick<Picture, 'lanes' | 'scale'>, event: number): number {
  return xOf(picture.scale, valueOf(picture, event) + (picture.scale.kind === 'number' ? 0.5 : 0));
}

/** How many of `events`, which ascend, stand left of a place; the first `start` are known to. Looks near `start` first. */
function countLeftOf(picture: Picture, events: EventList, value: number, start: number): number {
  const end = events.length();
  let near = start;
  let step = 1;
  while (near < end && valueOf(picture, events.at(near)) < value) {
    near += step;
    step *= 2;
  }
  const low = near - (step >> 1);
  const from = Math.max(start, low);
  return from + countBefore(Math.min(near, end) - from, (at) => valueOf(picture, events.at(from + at)) < value);
}

/**
 * Tells where ticks have to be drawn, as runs of pixels: events that share pixels make one run, so that the work grows with the width and
 * hardly with the number of events.
 */
export function eachRun(picture: Picture, events: EventList, draw: (x: number, width: number) => void): void {
  const { scale } = picture;
  const unit = scale.kind === 'number' ? xOf(scale, 1) - xOf(scale, 0) : 0;
  const tick = scale.kind === 'time' ? 2 : Math.min(14, Math.max(1, unit < 3 ? unit : unit - 1));
  const last = valueAt(scale, scale.width);
  const end = events.length();
  let start = Number.NaN;
  let stop = Number.NaN;
  for (let at = countLeftOf(picture, events, valueAt(scale, -tick), 0); at < end;) {
    const value = valueOf(picture, events.at(at));
    if (value > last) break;
    const x = Math.round(xOf(scale, value));
    // A tick that touches the one before makes the run longer.
    if (x <= stop && unit < 3) stop = x + tick;
    else {
      if (stop > start) draw(start, stop - start);
      start = x;
      stop = x + tick;
    }
    at = countLeftOf(picture, events, Math.max(valueAt(scale, x + 0.5), value), at + 1);
  }
  if (stop > start) draw(start, stop - start);
}

/** The event of a lane that stands nearest to a place, and how far away that is, in pixels; null in a lane without events. */
export function nearestInLane(picture: Picture, { events }: Lane, x: number): { readonly event: number; readonly distance: number } | null {
  const count = events.length();
  if (count === 0) return null;
  const at = countBefore(count, (index) => xOfEvent(picture, events.at(index)) < x);
  const before = firstOfPlace(picture, events, at - 1);
  const candidates = [at < count ? events.at(at) : null, before].filter((event) => event !== null);
  const [nearest] = candidates
    .map((event) => ({ event, distance: Math.abs(xOfEvent(picture, event) - x) }))
    .toSorted((one, other) => one.distance - other.distance);
  return nearest ?? null;
}

/** Of events that came together the first one stands for all. */
function firstOfPlace(picture: Picture, events: EventList, at: number): number | null {
  if (at < 0) return null;
  const value = valueOf(picture, events.at(at));
  return events.at(countBefore(at, (index) => valueOf(picture, events.at(index)) < value));
}

/** The events between two places, both ends included; null where there are none. */
export function eventsBetween(picture: Picture, left: number, right: number): { readonly from: number; readonly to: number } | null {
  const from = countBefore(picture.length, (event) => xOfEvent(picture, event) < left);
  const to = countBefore(picture.length, (event) => xOfEvent(picture, event) <= right) - 1;
  return from > to ? null : { from, to };
}
