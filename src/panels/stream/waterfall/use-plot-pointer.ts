import { useEffect, useRef, type RefObject } from 'react';

/** Places are in pixels from the left and the top of the plot. */
type PlotActions = {
  readonly onHover: (place: { readonly x: number; readonly y: number; readonly clientX: number; readonly clientY: number } | null) => void;
  readonly onClick: (x: number, y: number) => void;
  /** A stretch is being marked; null when it was given up. */
  readonly onMark: (stretch: { readonly from: number; readonly to: number } | null) => void;
  readonly onMarked: (from: number, to: number) => void;
  /** Below 1 makes more room for less. */
  readonly onZoom: (factor: number, x: number) => void;
  readonly onPan: (pixels: number) => void;
  /** Whether a wheel that turns up or down moves sideways: nothing is to be scrolled. */
  readonly turnsSideways: () => boolean;
};

/** A pointer that moved less has clicked, in pixels. */
const CLICK = 4;
/** Of one turn of a wheel no more counts, in pixels; some mice send hundreds. */
const MOST_TURNED = 60;
const LINE = 16;

/** What the pointer, fingers and the wheel do on the plot: a click, a marked stretch, moving and zooming. */
export function usePlotPointer(plot: RefObject<HTMLElement | null>, actions: PlotActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const element = plot.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    listen(element, () => latest.current, stop.signal);
    return () => stop.abort();
  }, [plot]);
}

function listen(element: HTMLElement, actions: () => PlotActions, signal: AbortSignal) {
  const fingers = new Map<number, { readonly x: number; readonly y: number }>();
  let start: { readonly x: number; readonly y: number; isMoving: boolean } | null = null;

  function placeOf(event: MouseEvent) {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
  function press(event: PointerEvent) {
    if (event.button !== 0) return;
    const place = placeOf(event);
    if (event.pointerType === 'touch') fingers.set(event.pointerId, place);
    if (fingers.size < 2) start = { ...place, isMoving: false };
    actions().onHover(null);
    element.setPointerCapture(event.pointerId);
  }
  function move(event: PointerEvent) {
    const place = placeOf(event);
    if (start === null) return actions().onHover({ ...place, clientX: event.clientX, clientY: event.clientY });
    start.isMoving ||= Math.abs(place.x - start.x) >= CLICK;
    const before = fingers.get(event.pointerId);
    if (before === undefined) {
      if (start.isMoving) actions().onMark({ from: Math.min(start.x, place.x), to: Math.max(start.x, place.x) });
      return undefined;
    }
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, place);
    if (other === undefined) return start.isMoving ? actions().onPan(before.x - place.x) : undefined;
    return pinch(before, place, other);
  }
  function pinch(before: { readonly x: number }, now: { readonly x: number }, other: { readonly x: number }) {
    if (start !== null) start.isMoving = true;
    const spread = Math.max(8, Math.abs(now.x - other.x));
    actions().onZoom(Math.max(8, Math.abs(before.x - other.x)) / spread, (now.x + other.x) / 2);
  }
  function release(event: PointerEvent) {
    const began = start;
    const isTouch = fingers.delete(event.pointerId);
    if (fingers.size > 0 || began === null) return;
    start = null;
    const place = placeOf(event);
    if (!began.isMoving) actions().onClick(place.x, place.y);
    else if (!isTouch) actions().onMarked(Math.min(began.x, place.x), Math.max(began.x, place.x));
  }
  function giveUp(event: PointerEvent) {
    fingers.delete(event.pointerId);
    if (start === null) return;
    start = null;
    actions().onMark(null);
  }
  function turn(event: WheelEvent) {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    const [across, down] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      const turned = Math.min(MOST_TURNED, Math.max(-MOST_TURNED, down));
      actions().onZoom(Math.exp(turned * 0.008), placeOf(event).x);
    } else if (event.shiftKey) actions().onPan(down === 0 ? across : down);
    else if (Math.abs(across) > Math.abs(down)) actions().onPan(across);
    else if (actions().turnsSideways()) actions().onPan(down);
    else return;
    event.preventDefault();
  }

  element.addEventListener('pointerdown', press, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', release, { signal });
  element.addEventListener('pointercancel', giveUp, { signal });
  element.addEventListener('pointerleave', () => actions().onHover(null), { signal });
  // The wheel zooms, where the page would.
  element.addEventListener('wheel', turn, { signal, passive: false });
}
