/** A ref for the row of tabs: keeps its height, in pixels, as `--tabs-height` of the document, for what sticks below it. */
export function trackTabsHeight(row: HTMLElement | null): (() => void) | undefined {
  if (row === null) return undefined;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--tabs-height', `${row.offsetHeight}px`));
  // It is told at first too, before the page is painted; asking for the height here would lay the page out once more.
  observer.observe(row);
  return () => {
    observer.disconnect();
    style.removeProperty('--tabs-height');
  };
}
