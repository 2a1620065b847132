/** Which of a great many rows of one height are in view. Arithmetic only, in pixels. */

/** Browsers stop at about 17 (Firefox) and 33 million pixels of height; above this the scroll bar is scaled. */
const TALLEST = 15_000_000;
/** Up to this many views at once, a scroll is one by wheel, key or finger and moves as far as it says; above, the thumb was dragged. */
const NEAR_VIEWS = 2;

export type RowView = { readonly rowCount: number; readonly rowHeight: number; readonly viewHeight: number };

/** A place in the rows: where the scroll bar stands, and how far from the start of all rows that is. The same unless the bar is scaled. */
export type ScrollPlace = { readonly scrollTop: number; readonly top: number };

export const AT_START: ScrollPlace = { scrollTop: 0, top: 0 };

/** The height to scroll through. */
export function scrollHeightOf({ rowCount, rowHeight }: RowView): number {
  return Math.min(rowCount * rowHeight, TALLEST);
}

/** Where the scroll bar has to stand for the rows to begin at `top`. */
export function scrollTopOf(top: number, view: RowView): number {
  const all = wayOf(view);
  return all <= 0 ? 0 : (clamp(top, all) / all) * barWayOf(view);
}

/** The place after the bar has moved to `scrollTop`. Small movements keep their size where the bar is scaled. */
export function afterScroll(last: ScrollPlace, scrollTop: number, view: RowView): ScrollPlace {
  const all = wayOf(view);
  const bar = barWayOf(view);
  if (bar >= all) return { scrollTop, top: clamp(scrollTop, all) };
  const moved = scrollTop - last.scrollTop;
  if (scrollTop <= 0 || scrollTop >= bar - 1) return { scrollTop, top: scrollTop <= 0 ? 0 : all };
  if (Math.abs(moved) > NEAR_VIEWS * view.viewHeight) return { scrollTop, top: (scrollTop / bar) * all };
  return { scrollTop, top: clamp(last.top + moved, all) };
}

/** The place that shows the last row. */
export function endOf(view: RowView): ScrollPlace {
  return { scrollTop: barWayOf(view), top: wayOf(view) };
}

/** The place that is left of `place` when there are fewer rows than before. */
export function placeWithin(place: ScrollPlace, view: RowView): ScrollPlace {
  const scrollTop = clamp(place.scrollTop, barWayOf(view));
  const top = clamp(place.top, wayOf(view));
  return scrollTop === place.scrollTop && top === place.top ? place : { scrollTop, top };
}

/** The rows that a place shows, with `overscan` more on both sides, and where in the scrolled height the first of them stands. */
export function rowsInView(place: ScrollPlace, view: RowView, overscan: number) {
  const { rowCount, rowHeight, viewHeight } = view;
  const first = Math.max(0, Math.floor(place.top / rowHeight) - overscan);
  const last = Math.min(rowCount, Math.ceil((place.top + viewHeight) / rowHeight) + overscan);
  return { first: Math.min(first, last), last, offset: place.scrollTop - (place.top - first * rowHeight) };
}

/** The `top` that brings row `index` into view: in the middle, or where it takes the least scrolling (`top` itself when it is in view). */
export function topForRow(index: number, block: 'center' | 'nearest', top: number, view: RowView): number {
  const { rowHeight, viewHeight } = view;
  const start = index * rowHeight;
  const all = wayOf(view);
  if (block === 'center') return clamp(start - (viewHeight - rowHeight) / 2, all);
  if (start < top) return clamp(start, all);
  return start + rowHeight > top + viewHeight ? clamp(start + rowHeight - viewHeight, all) : top;
}

function wayOf({ rowCount, rowHeight, viewHeight }: RowView): number {
  return Math.max(0, rowCount * rowHeight - viewHeight);
}

function barWayOf(view: RowView): number {
  return Math.max(0, scrollHeightOf(view) - view.viewHeight);
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
