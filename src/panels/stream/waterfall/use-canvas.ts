import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useMediaQuery } from '#ui/use-media-query.ts';

/** What is drawn on a canvas; another object when that is to be drawn anew. Sizes are in pixels of the page. */
type Drawing = {
  readonly width: number;
  readonly height: number;
  /** Where the canvas stands in what it scrolls with. */
  readonly top?: number;
  readonly draw: (context: CanvasRenderingContext2D) => void;
};

/** Draws once a frame at most, and only what is new. */
export function useCanvas(drawing: Drawing): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(drawing);
  const frame = useRef<number | null>(null);
  // Another density, as on another screen, is drawn anew.
  const isSameDensity = useMediaQuery(`(resolution: ${devicePixelRatio}dppx)`);
  useLayoutEffect(() => {
    latest.current = drawing;
    frame.current ??= requestAnimationFrame(() => {
      frame.current = null;
      if (canvas.current !== null) paint(canvas.current, latest.current);
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [drawing, isSameDensity]);
  useEffect(
    () => () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current);
      frame.current = null;
    },
    [],
  );
  return canvas;
}

function paint(canvas: HTMLCanvasElement, { width, height, top, draw }: Drawing) {
  const context = canvas.getContext('2d');
  if (context === null || width <= 0) return;
  const density = devicePixelRatio;
  const [columns, rows] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  } else context.clearRect(0, 0, columns, rows);
  // Moved in the same frame as it is drawn, so that no picture ever stands where another belongs.
  if (top !== undefined) canvas.style.top = `${top}px`;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.textBaseline = 'middle';
  draw(context);
}
