import { startTransition, useEffect, useState, type RefObject } from 'react';
import { followScrolling, visiblePart } from '#ui/visible-part.ts';
import { CHUNK_SIZE, chunkCount, ChunkHeights, chunkOf, runsOf, type Run } from './mounted-chunks.ts';

/** A list of so many is mounted at once. */
const SHORT = 60;
/** A list of so many is mounted as a whole, in steps; of a longer one only what is near. */
const WHOLE = 200;
/** The same for a list that changes with every moment. */
const SHORT_FLEETING = 20;
/** From so many on a list is measured, since it may yet grow long: then nothing that is in view goes. */
const MEASURED = 150;
const FIRST = 4;
const STEP = 6 * CHUNK_SIZE;
/** What is so many pixels out of view is mounted already. */
const NEAR = 1_000;
const NEAR_FLEETING = 200;
/** Height of a closed item and the gap under it, in pixels. */
const CLOSED_HEIGHT = 38;

type MountedChunksInput = {
  readonly list: RefObject<HTMLElement | null>;
  readonly total: number;
  /** Rows that must be there at once, and stay: what is gone to, and what the reader opened. */
  readonly needed: readonly number[];
  /** What the heights of rows depend on: when one of these changes, what was measured says nothing any more. */
  readonly layout: readonly unknown[];
  /** The list is another one at every moment: what is mounted out of view would be made and thrown away with each. */
  readonly isFleeting: boolean;
};

/** The chunks near the part in view, from `start` to `end` (exclusive), and the one that has the focus. */
type Near = { readonly start: number; readonly end: number; readonly focused: number | null };

/**
 * Which of `total` rows to mount: the first ones at once, so that a response with thousands of items is there as fast as one with ten. Then
 * all of a list of usual length, in steps that give way to the reader, so that the browser's own search finds what is in them; of a longer
 * list what is near the part in view, and its ends, which keys lead to; of a fleeting one only what is in view. The rest is space. Elements of rows carry `data-chunk`, those of
 * spaces `data-chunk` and `data-chunk-end`, as their runs say.
 */
export function useMountedChunks({ list, total, needed, layout, isFleeting }: MountedChunksInput) {
  const isLong = total > (isFleeting ? SHORT_FLEETING : WHOLE);
  const isMeasured = isFleeting || total > MEASURED;
  const shown = useGrowingCount(isLong ? FIRST : total);
  const [near, setNear] = useState<Near | null>(null);
  const heights = useChunkHeights(layout);
  useEffect(() => {
    const element = list.current;
    if (!isMeasured || element === null) return undefined;
    return followScrolling(element, () => {
      const next = chunksNear(element, heights, isFleeting ? NEAR_FLEETING : NEAR);
      if (next !== null) startTransition(() => setNear((before) => (isSame(before, next) ? before : next)));
    });
  }, [list, isMeasured, heights, isFleeting]);
  const wanted = new Set(needed.map(chunkOf));
  const count = chunkCount(total);
  const ends = isFleeting && near !== null ? [] : [0, near === null ? 0 : count - 1];
  // Of a list that became shorter than where its reader was, the end comes into view.
  const reached = near !== null && near.start >= count ? { ...near, start: count - 2, end: count } : near;
  const isMounted = (index: number) =>
    wanted.has(index) || (isLong ? ends.includes(index) || isWithin(reached, index) : index * CHUNK_SIZE < shown);
  const runs = runsOf(total, isMounted);
  return {
    runs: shown === FIRST && near === null && !wanted.has(0) ? withFirstRowsOnly(runs) : runs,
    heightOf: ({ index, endIndex }: Run) => heights.heightOfAll({ start: index, end: endIndex }),
  };
}

/** How many rows of a list that is mounted as a whole are there by now. A few that come to a list that is all there are there at once. */
function useGrowingCount(total: number): number {
  const [last, setLast] = useState({ total, shown: total <= SHORT ? total : FIRST });
  let { shown } = last;
  if (total !== last.total) {
    const wasAll = last.shown >= last.total && total - last.total <= STEP;
    shown = total <= SHORT || wasAll ? total : Math.min(total, last.shown);
    setLast({ total, shown });
  }
  useEffect(() => {
    if (shown >= total) return undefined;
    const next = Math.min(total, chunkOf(shown) * CHUNK_SIZE + STEP);
    const timer = setTimeout(() => startTransition(() => setLast({ total, shown: next })), 16);
    return () => clearTimeout(timer);
  }, [shown, total]);
  return shown;
}

function useChunkHeights(layout: readonly unknown[]): ChunkHeights {
  const [held, setHeld] = useState(() => ({ layout, heights: new ChunkHeights(CLOSED_HEIGHT) }));
  if (layout.every((value, index) => value === held.layout[index])) return held.heights;
  const heights = new ChunkHeights(CLOSED_HEIGHT);
  setHeld({ layout, heights });
  return heights;
}

/** Measures what is mounted, and says what should be; null while the list is not laid out. */
function chunksNear(list: HTMLElement, heights: ChunkHeights, margin: number): Near | null {
  const view = visiblePart(list);
  if (view === null) return null;
  const [top, bottom] = [view.top - margin, view.bottom + margin];
  let start = Infinity;
  let end = 0;
  for (const element of list.children) {
    const box = element.getBoundingClientRect();
    const first = Number(element.getAttribute('data-chunk'));
    const afterLast = element.getAttribute('data-chunk-end');
    if (afterLast === null) heights.set(first, box.height);
    if (box.bottom < top || box.top > bottom) continue;
    const range = { start: first, end: afterLast === null ? first + 1 : Number(afterLast) };
    start = Math.min(start, heights.chunkAt(range, Math.max(0, top - box.top)));
    end = Math.max(end, heights.chunkAt(range, Math.min(box.height, bottom - box.top)) + 1);
  }
  const focused = document.activeElement?.closest('[data-chunk]');
  return { start: Math.min(start, end), end, focused: list.contains(focused ?? null) ? Number(focused?.getAttribute('data-chunk')) : null };
}

function isWithin(near: Near | null, index: number): boolean {
  return near !== null && ((index >= near.start && index < near.end) || index === near.focused);
}

function isSame(left: Near | null, right: Near): boolean {
  return left !== null && left.start === right.start && left.end === right.end && left.focused === right.focused;
}

/** What is drawn before anything else: as many rows as fill the time to the first paint well. */
function withFirstRowsOnly(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => (run.index === 0 ? { ...run, end: Math.min(run.end, FIRST) } : run));
}
