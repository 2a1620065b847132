/** The row of `position` among ascending `positions`, or that of the last one before it; 0 where there is none. */
export function rowOfPosition(positions: readonly number[], position: number): number {
  let low = 0;
  let high = positions.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((positions[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a key leads from `row` in a list of `count` rows of which `page` fit on a screen; null for keys that do not move. */
export function rowAfterKey(key: string, at: { readonly row: number; readonly count: number; readonly page: number }): number | null {
  const { row, count } = at;
  const page = Math.max(1, at.page);
  const target = { ArrowDown: row + 1, ArrowUp: row - 1, PageDown: row + page, PageUp: row - page, Home: 0, End: count - 1 }[key];
  return target === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, target));
}

/**
 * The scroll position nearest to `scrollTop` that shows rows `first` to `last` whole; where they do not all fit, the first ones.
 * Heights in pixels.
 */
export function scrollToShow(
  rows: { readonly first: number; readonly last: number },
  view: { readonly scrollTop: number; readonly viewHeight: number; readonly rowHeight: number },
): number {
  const { scrollTop, viewHeight, rowHeight } = view;
  const top = rows.first * rowHeight;
  const bottom = (rows.last + 1) * rowHeight;
  if (top < scrollTop || bottom - top > viewHeight) return top;
  return bottom > scrollTop + viewHeight ? bottom - viewHeight : scrollTop;
}
