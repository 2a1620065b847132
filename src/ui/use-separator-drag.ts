import { useRef, type PointerEvent } from 'react';

type SeparatorDrag = {
  /** Which way the separator moves: sideways unless said. */
  readonly axis?: 'x' | 'y';
  /** What is being sized, in pixels. */
  readonly size: number;
  /** The size that is given for a pointer that is so many pixels to the right of (or below) where it was pressed. */
  readonly sizeAt: (moved: number) => number;
  /** Called while the pointer moves, many times a second. */
  readonly onDrag: (size: number) => void;
  /** Called with the new size once it stands, where it is another. */
  readonly onEnd: (size: number) => void;
};

/** What a separator does with the pointer: handlers for its element. */
export function useSeparatorDrag({ axis = 'x', size, sizeAt, onDrag, onEnd }: SeparatorDrag) {
  const drag = useRef<{ readonly from: number; readonly sizeAt: (moved: number) => number; readonly size: number; now: number } | null>(
    null,
  );

  function placeOf(event: PointerEvent): number {
    return axis === 'x' ? event.clientX : event.clientY;
  }
  function end() {
    const done = drag.current;
    drag.current = null;
    if (done !== null && done.now !== done.size) onEnd(done.now);
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      // The size at the start is what the way of the pointer is added to, however often it changes meanwhile.
      drag.current = { from: placeOf(event), sizeAt, size, now: size };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = drag;
      if (current === null) return;
      current.now = current.sizeAt(placeOf(event) - current.from);
      onDrag(current.now);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onLostPointerCapture: end,
  };
}
