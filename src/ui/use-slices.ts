import { useLayoutEffect, useReducer } from 'react';
import { giveWay, SLICE } from '#base/give-way.ts';

/** So often what was found so far is drawn while the work goes on, in milliseconds. */
const BETWEEN_DRAWS = 100;

/**
 * Does work that may take longer than a frame bit by bit: the first bit before anything is drawn, the rest between frames. `extend` goes on
 * where it stopped, for as long as `isLate` allows, and answers whether it is done; another `extend` means more work. `progress` tells
 * whether there is anything new to draw.
 */
export function useSlices(extend: (isLate: () => boolean) => boolean, progress: () => number): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    let isOver = false;
    const slice = () => {
      const start = performance.now();
      return extend(() => performance.now() - start > SLICE);
    };
    async function goOn() {
      let drawnAt = performance.now();
      for (;;) {
        // A slice, then whatever waits: that is what slices are for.
        // oxlint-disable-next-line no-await-in-loop
        await giveWay();
        const isDone = isOver || slice();
        if (isOver) return;
        if (isDone || performance.now() - drawnAt > BETWEEN_DRAWS) {
          drawnAt = performance.now();
          draw();
        }
        if (isDone) return;
      }
    }
    const before = progress();
    const isDone = slice();
    if (progress() !== before) draw();
    if (!isDone) void goOn();
    return () => {
      isOver = true;
    };
  }, [extend, progress]);
}
