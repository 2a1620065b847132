import { useEffect, useLayoutEffect, useRef, useState, type RefObject, type UIEvent } from 'react';
import { RAIL_ROW_HEIGHT } from './rail-row.tsx';
import { scrollToShow } from './rail-rows.ts';

/** Where nothing can be measured (no layout), so that there is something to read. */
const UNMEASURED_HEIGHT = 600;

type Rows = { readonly first: number; readonly last: number };

/** So many milliseconds after the reader pressed or scrolled in the rail, nothing moves under the pointer. */
const LEFT_ALONE = 700;

/**
 * How far the rail is scrolled, in pixels. It follows `followed`, the rows that are in view in the list, unless the reader is walking or
 * scrolling the rail itself. It starts at row `start`.
 */
export function useRailScroll(box: RefObject<HTMLElement | null>, followed: Rows | null, start: number) {
  const [scrollTop, setScrollTop] = useState(0);
  const [viewHeight, setViewHeight] = useState(UNMEASURED_HEIGHT);
  const first = useRef(start);
  const touchedAt = useRef(-Infinity);

  function show(rows: Rows) {
    const element = box.current;
    if (element === null || element.clientHeight === 0) return;
    const view = { scrollTop: element.scrollTop, viewHeight: element.clientHeight, rowHeight: RAIL_ROW_HEIGHT };
    element.scrollTo({ top: scrollToShow(rows, view) });
  }
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => element.clientHeight > 0 && setViewHeight(element.clientHeight);
    measure();
    element.scrollTo({ top: Math.max(0, (first.current - 4) * RAIL_ROW_HEIGHT) });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  const from = followed?.first;
  const to = followed?.last;
  useEffect(() => {
    if (from === undefined || to === undefined) return undefined;
    const follow = () => box.current?.matches(':focus-visible') === false && show({ first: from, last: to });
    const timer = setTimeout(follow, Math.max(0, touchedAt.current + LEFT_ALONE - performance.now()));
    return () => clearTimeout(timer);
    // `show` only reads the box.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [from, to]);
  return {
    scrollTop,
    viewHeight,
    onTouch: () => {
      touchedAt.current = performance.now();
    },
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) => setScrollTop(currentTarget.scrollTop),
    showRow: (row: number) => show({ first: row, last: row }),
  };
}
