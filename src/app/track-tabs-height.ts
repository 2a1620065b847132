/** A ref for the row of tabs: keeps its height, in pixels, as `--tabs-height` of the document, for what sticks below it. */
export function trackTabsHeight(row: HTMLElement | null): (() => void) | undefined {
  if (row === null) return undefined;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--tabs-height', `${row.offsetHeight}px`));
  style.setProperty('--tabs-height', `${row.offsetHeight}px`);
  observer.observe(row);
  return () => {
    observer.disconnect();
    style.removeProperty('--tabs-height');
  };
}
