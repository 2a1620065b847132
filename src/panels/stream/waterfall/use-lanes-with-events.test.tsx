// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { createEventLog } from '#model/event-log.ts';
import { createLanes } from '#model/lanes.ts';
import { LANE_HEIGHT } from './picture.ts';
import type { Stretch } from './scale.ts';
import { useLanesWithEvents } from './use-lanes-with-events.ts';
import type { View } from './use-stretch.ts';

afterEach(cleanup);

const EACH = 10;

/** Forty items one after the other, ten events each, in a box with room for the axis, six lanes and the reads. */
function show() {
  const log = createEventLog(() => undefined);
  const delta = (item: number) => `output_text.delta {"output_index":${item},"item_id":"msg_${item}","delta":"pear"}\n`;
  const drawing = Array.from({ length: 40 }, (_, item) => delta(item).repeat(EACH)).join('');
  log.append(new TextEncoder().encode(drawStream(drawing)), 0);
  const lanes = createLanes(log);
  lanes.extend(log.length(), () => false);
  const element = document.createElement('div');
  Object.defineProperty(element, 'clientHeight', { value: 8 * LANE_HEIGHT });
  const doNothing = () => undefined;
  const viewOf = (stretch: Stretch, isZoomed = true): View => {
    const whole = { from: 0, to: log.length() };
    return {
      kind: 'number',
      stretch,
      whole,
      isZoomed,
      setKind: doNothing,
      zoom: doNothing,
      pan: doNothing,
      show: doNothing,
      fit: doNothing,
    };
  };
  const { rerender } = renderHook((view: View) => useLanesWithEvents({ current: element }, lanes, log.length(), view), {
    initialProps: viewOf({ from: 0, to: log.length() }, false),
  });
  return { lookAt: (from: number, to: number) => rerender(viewOf({ from, to })), topLane: () => element.scrollTop / LANE_HEIGHT };
}

it('scrolls to the lanes that have events where the reader looks, and stays while some are in view', () => {
  const { lookAt, topLane } = show();
  lookAt(0, 20);
  expect(topLane()).toBe(0);
  // The item number 30 is in the lane behind that of the response.
  lookAt(300, 309);
  expect(topLane()).toBe(31 + 1 + 2 - 8);
  lookAt(290, 320);
  expect(topLane()).toBe(31 + 1 + 2 - 8);
  lookAt(100, 109);
  expect(topLane()).toBe(11);
});
