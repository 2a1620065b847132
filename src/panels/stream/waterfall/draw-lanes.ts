import { countBefore } from '#base/sorted.ts';
import type { Heartbeat } from '#model/event-indexer.ts';
import type { Lane } from '#model/lane.ts';
import { STALL } from '#model/lanes.ts';
import { eachRun, LANE_HEIGHT, valueOf, type Picture } from './picture.ts';
import { linesOf, xOf } from './scale.ts';

const TICK_HEIGHT = 14;
const TICK_TOP = (LANE_HEIGHT - TICK_HEIGHT) / 2;
/** Of an item from its beginning to its end, and of a tool in one status. */
const FAINT = 0.16;
const STRONGER = 0.34;
/** A pause is shaded where it is so wide at least, in pixels. */
const SEEN = 3;
/** Left and right of what is written into a bar, in pixels. */
const WORDY = 8;

type LanesPicture = Picture & {
  /** The lanes from the uppermost one drawn to the last. */
  readonly rows: readonly Lane[];
  readonly height: number;
  /** The response itself is in the first row. */
  readonly heartbeats: readonly Heartbeat[];
  readonly font: string;
};

/** Draws the lanes: lines of the axis, pauses, and in each row the item as a bar, its statuses, and its events as ticks. */
export function drawLanes(context: CanvasRenderingContext2D, picture: LanesPicture): void {
  const { scale, colors, height, rows } = picture;
  context.fillStyle = colors.line;
  for (const value of linesOf(scale).values) context.fillRect(Math.round(xOf(scale, value)), 0, 1, height);
  drawPauses(context, picture);
  rows.forEach((lane, row) => drawLane(context, picture, lane, row * LANE_HEIGHT));
  if (rows[0]?.key === 0) drawHeartbeats(context, picture);
}

function drawPauses(context: CanvasRenderingContext2D, picture: LanesPicture) {
  const { scale, colors, height } = picture;
  if (scale.kind !== 'time') return;
  context.fillStyle = colors.warning;
  context.globalAlpha = 0.09;
  for (const { from, to } of pausesIn(picture)) context.fillRect(from, 0, to - from, height);
  context.globalAlpha = 1;
}

type Pause = { readonly from: number; readonly to: number; readonly milliseconds: number };

/** The pauses in view that are wide enough to be seen, in pixels, with their length in milliseconds; the last one may still go on. */
export function pausesIn({ lanes, scale, length, now }: Picture): readonly Pause[] {
  const stalls = lanes.stalls();
  const found: Pause[] = [];
  const add = (start: number, end: number) => {
    const [from, to] = [xOf(scale, start), xOf(scale, end)];
    if (to - from >= SEEN) found.push({ from, to, milliseconds: end - start });
  };
  let at = countBefore(stalls.length, (index) => lanes.arrivalOf(stalls[index] ?? 0) < scale.from);
  for (; at < stalls.length; at += 1) {
    const event = stalls[at] ?? 0;
    if (lanes.arrivalOf(event - 1) > scale.to) break;
    add(lanes.arrivalOf(event - 1), lanes.arrivalOf(event));
  }
  const last = lanes.arrivalOf(length - 1);
  if (now !== null && length > 0 && now - last >= STALL) add(last, now);
  return found;
}

function drawLane(context: CanvasRenderingContext2D, picture: LanesPicture, lane: Lane, top: number) {
  const { colors } = picture;
  context.fillStyle = colors[lane.family];
  drawBars(context, picture, lane, top);
  eachRun(picture, lane.events, (x, width) => context.fillRect(x, top + TICK_TOP, width, TICK_HEIGHT));
  if (lane.oddEvents.length() > 0) drawOdd(context, picture, lane, top);
}

function drawBars(context: CanvasRenderingContext2D, picture: LanesPicture, lane: Lane, top: number) {
  const { scale, font, length, now } = picture;
  const count = lane.events.length();
  if (lane.key === 0 || count === 0) return;
  const ends = scale.kind === 'number' ? 1 : 0;
  // What has no end yet goes on until now.
  const last = lane.done ?? (lane.added === null ? lane.events.at(count - 1) : length - 1);
  const isOpen = lane.done === null && lane.added !== null && scale.kind === 'time';
  const bar = (from: number, to: number) => {
    const end = valueOf(picture, to) + ends;
    const left = Math.max(-2, xOf(scale, valueOf(picture, from)));
    const right = Math.min(scale.width + 2, xOf(scale, isOpen && to === last ? Math.max(end, now ?? end) : end));
    if (right > left) context.fillRect(left, top + TICK_TOP, right - left, TICK_HEIGHT);
  };
  context.globalAlpha = FAINT;
  bar(lane.added ?? lane.events.at(0), last);
  context.font = font;
  for (const { status, from, to } of lane.spans) {
    context.globalAlpha = STRONGER;
    bar(from, to ?? last);
    context.globalAlpha = 1;
    if (scale.kind === 'time') drawWords(context, picture, { lane, top, from, words: status.replaceAll('_', ' ') });
  }
  context.globalAlpha = 1;
}

type StatusWords = { readonly lane: Lane; readonly top: number; readonly from: number; readonly words: string };

/** Writes a status into its bar, where no tick is in the way. */
function drawWords(context: CanvasRenderingContext2D, picture: LanesPicture, { lane, top, from, words }: StatusWords) {
  const { scale, colors } = picture;
  const { events } = lane;
  const next = countBefore(events.length(), (at) => events.at(at) <= from);
  const left = Math.max(0, xOf(scale, valueOf(picture, from))) + WORDY;
  const right = next < events.length() ? xOf(scale, valueOf(picture, events.at(next))) : scale.width;
  if (right - left < 30 || right - left < context.measureText(words).width + WORDY) return;
  context.fillStyle = colors.text;
  context.fillText(words, left, top + LANE_HEIGHT / 2);
  context.fillStyle = colors[lane.family];
}

/** Events of another kind than their lane; what went wrong is higher than the rest and has a head. */
function drawOdd(context: CanvasRenderingContext2D, picture: LanesPicture, { oddEvents }: Lane, top: number) {
  const { lanes, colors } = picture;
  eachRun(picture, oddEvents, (x, width) => {
    const at = countBefore(oddEvents.length(), (index) => Math.round(xOf(picture.scale, valueOf(picture, oddEvents.at(index)))) < x);
    const kind = lanes.kindOf(oddEvents.at(at));
    const isError = kind === 'error';
    context.fillStyle = colors[kind];
    context.fillRect(x, isError ? top + 1 : top + TICK_TOP, width, isError ? LANE_HEIGHT - 2 : TICK_HEIGHT);
    if (isError) context.fillRect(x - 2, top + 1, width + 4, 4);
  });
}

/** Comments, which say that the server is still there, as dots under the events of the response. */
function drawHeartbeats(context: CanvasRenderingContext2D, { scale, colors, heartbeats }: LanesPicture) {
  const place = ({ arrival, before }: Heartbeat) => xOf(scale, scale.kind === 'time' ? arrival : before);
  const placeAt = (at: number) => {
    const heartbeat = heartbeats[at];
    return heartbeat === undefined ? Infinity : place(heartbeat);
  };
  context.fillStyle = colors.system;
  for (let at = countBefore(heartbeats.length, (index) => placeAt(index) < 0); at < heartbeats.length;) {
    const x = placeAt(at);
    if (x > scale.width) return;
    context.fillRect(Math.round(x) - 1, LANE_HEIGHT - 4, 3, 3);
    at += Math.max(
      1,
      countBefore(heartbeats.length - at, (step) => placeAt(at + step) < x + 2),
    );
  }
}
