import { describe, expect, it } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { createEventLog } from '#model/event-log.ts';
import { createLanes } from '#model/lanes.ts';
import { eachRun, eventsBetween, nearestInLane, xOfEvent, type Colors, type Picture } from './picture.ts';
import type { ScaleKind } from './scale.ts';

const COLORS = {} as Colors; // nothing is drawn here

/** A message whose deltas arrive at these times; its lane is the second. */
function pictureOf(times: readonly number[], kind: ScaleKind = 'time', width = 1016): Picture {
  const log = createEventLog(() => undefined);
  for (const [index, time] of times.entries()) {
    const [frame = ''] = drawFrames(`${index} output_text.delta {"output_index":0,"item_id":"msg_1","delta":"pear"}`);
    log.append(new TextEncoder().encode(frame), time);
  }
  const lanes = createLanes(log);
  lanes.extend(log.length(), () => false);
  const to = kind === 'time' ? 1000 : times.length;
  return { lanes, length: times.length, colors: COLORS, now: null, scale: { kind, from: 0, to, width } };
}

function runsOf(picture: Picture): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  const lane = picture.lanes.list()[1];
  if (lane !== undefined) eachRun(picture, lane.events, (x, width) => runs.push([x, width]));
  return runs;
}

describe('the runs of ticks', () => {
  it('are one for each event that stands alone, and one for those that touch', () => {
    expect(runsOf(pictureOf([0, 100, 500, 501, 502, 502, 502, 900]))).toEqual([
      [8, 2],
      [108, 2],
      [508, 4],
      [908, 2],
    ]);
  });

  it('are as wide as events are apart where these are counted', () => {
    expect(runsOf(pictureOf([0, 0, 0, 0], 'number', 56))).toEqual([
      [8, 9],
      [18, 9],
      [28, 9],
      [38, 9],
    ]);
  });

  it('leave out what is not in view', () => {
    const picture = pictureOf([0, 400, 450, 500, 990]);
    expect(runsOf({ ...picture, scale: { ...picture.scale, from: 425, to: 475 } })).toEqual([[508, 2]]);
  });

  it('of very many events are no more than there are pixels, and hide none', () => {
    const times = Array.from({ length: 4000 }, (_, index) => (index < 3999 ? index / 8 : 999));
    const runs = runsOf(pictureOf(times));
    expect(runs).toEqual([
      [8, 502],
      [1007, 2],
    ]);
  });
});

describe('places', () => {
  it('lead to the nearest event of a lane, and to the first of those that came together', () => {
    const picture = pictureOf([0, 100, 100, 100, 500]);
    const lane = picture.lanes.list()[1];
    const nearest = [112, 100, 420, 0].map((x) => (lane === undefined ? undefined : nearestInLane(picture, lane, x)?.event));
    expect(nearest).toEqual([1, 1, 4, 0]);
  });

  it('lead to the events between them', () => {
    const picture = pictureOf([0, 100, 100, 500]);
    expect(eventsBetween(picture, 50, 600)).toEqual({ from: 1, to: 3 });
    expect(eventsBetween(picture, 200, 300)).toBeNull();
    expect(eventsBetween(pictureOf([0, 0, 0, 0], 'number', 56), 20, 41)).toEqual({ from: 1, to: 2 });
    expect(xOfEvent(picture, 3)).toBe(508);
  });
});
