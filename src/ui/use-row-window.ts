import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import {
  afterScroll,
  AT_START,
  endOf,
  placeWithin,
  rowsInView,
  scrollHeightOf,
  scrollTopOf,
  topForRow,
  type ScrollPlace,
} from './row-window.ts';

/** Where nothing can be measured (no layout), so that there is something to read. */
const UNMEASURED_HEIGHT = 720;
/** Rows are drawn in steps, so that most scroll events find everything drawn. */
const STEP = 8;
/** Scrolls that follow each other faster are one, in milliseconds. */
const PAUSE = 100;

type RowWindowOptions = {
  /** The element that scrolls. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly rowCount: number;
  /** In pixels, the same for all rows. */
  readonly rowHeight: number;
  /** Rows drawn above and below those in view. */
  readonly overscan: number;
  /** Up to this many rows are all drawn, so that the browser's own find and printing reach them. */
  readonly allUpTo?: number;
  /** A row to scroll to, once for each object. */
  readonly wish?: { readonly index: number; readonly block: 'center' | 'nearest' } | null;
  /** Stays at the last row, also when there are more of them. */
  readonly followsEnd?: boolean;
};

/** The rows to draw in a box that scrolls, and the ways to scroll it. */
export type RowWindow = {
  /** Goes on the element that scrolls. */
  readonly onScroll: () => void;
  /** Before `followsEnd` is given up: stays where it is. */
  readonly hold: () => void;
  /** Rows `first` up to but without `last` are to be drawn, `offset` pixels below the start of an element of `height` pixels. */
  readonly first: number;
  readonly last: number;
  readonly offset: number;
  readonly height: number;
  /** The uppermost row that is wholly in view, and how many fit. */
  readonly firstInView: number;
  readonly rowsPerView: number;
};

export function useRowWindow({
  box,
  rowCount,
  rowHeight,
  overscan,
  allUpTo = 0,
  wish = null,
  followsEnd = false,
}: RowWindowOptions): RowWindow {
  const [viewHeight, setViewHeight] = useState(UNMEASURED_HEIGHT);
  const [lastPlace, setPlace] = useState(AT_START);
  // Events come faster than renders: the end of a scroll in the same frame as the scroll itself.
  const now = useRef(AT_START);
  const granted = useRef<typeof wish>(null);
  const view = { rowCount, rowHeight, viewHeight };
  const height = scrollHeightOf(view);
  const place = followsEnd ? endOf(view) : placeWithin(lastPlace, view);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => {
      if (element.clientHeight > 0) setViewHeight(element.clientHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);

  function put(next: ScrollPlace) {
    now.current = next;
    setPlace(next);
  }
  function moveTo(top: number) {
    const element = box.current;
    if (element === null) return;
    element.scrollTo({ top: scrollTopOf(top, view), behavior: 'instant' });
    put({ scrollTop: element.scrollTop, top });
  }
  useLayoutEffect(() => {
    // Effects run again when a hidden tab comes back; what was scrolled since must stay.
    if (wish === null || wish === granted.current) return;
    granted.current = wish;
    moveTo(topForRow(wish.index, wish.block, place.top, view));
  });

  // Without a render of its own: rows may come with every frame.
  useLayoutEffect(() => {
    const element = box.current;
    if (!followsEnd || element === null) return;
    now.current = place;
    if (Math.abs(element.scrollTop - place.scrollTop) >= 1) element.scrollTo({ top: place.scrollTop, behavior: 'instant' });
  });

  // A scaled bar that was moved row by row stands elsewhere than it should; it is put right when the hand is off it.
  const settle = useRef(() => {});
  useLayoutEffect(() => {
    settle.current = () => {
      const { top, scrollTop } = now.current;
      if (height < rowCount * rowHeight && Math.abs(scrollTopOf(top, view) - scrollTop) >= 1) moveTo(top);
    };
  });
  useLayoutEffect(() => {
    const element = box.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => clearTimeout(timer);
    const end = () => {
      wait();
      timer = setTimeout(() => settle.current(), PAUSE);
    };
    element?.addEventListener('scroll', wait);
    element?.addEventListener('scrollend', end);
    return () => {
      wait();
      element?.removeEventListener('scroll', wait);
      element?.removeEventListener('scrollend', end);
    };
  }, [box]);

  const inView = rowsInView(place, view, 0);
  const drawn = drawnRows(inView, rowCount, overscan, allUpTo);
  const top = inView.offset - inView.first * rowHeight;
  return {
    onScroll: () => {
      if (box.current !== null) put(afterScroll(placeWithin(now.current, view), box.current.scrollTop, view));
    },
    hold: () => setPlace(now.current),
    ...drawn,
    offset: top + drawn.first * rowHeight,
    height,
    firstInView: Math.min(Math.ceil(place.top / rowHeight), Math.max(0, rowCount - 1)),
    rowsPerView: Math.max(1, Math.floor(viewHeight / rowHeight)),
  };
}

function drawnRows(inView: { readonly first: number; readonly last: number }, rowCount: number, overscan: number, allUpTo: number) {
  if (rowCount <= allUpTo) return { first: 0, last: rowCount };
  const first = Math.max(0, Math.floor((inView.first - overscan) / STEP) * STEP);
  return { first, last: Math.min(rowCount, Math.ceil((inView.last + overscan) / STEP) * STEP) };
}
