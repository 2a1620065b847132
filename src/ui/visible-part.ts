/** From where to where a list can be seen, in pixels of the window. */
export type VisiblePart = { readonly top: number; readonly bottom: number };

/** What can be seen of the pane, or else the page, that `element` scrolls in; null while it is not laid out. */
export function visiblePart(element: Element): VisiblePart | null {
  const box = (element.closest('[data-pane]') ?? document.documentElement).getBoundingClientRect();
  if (box.height === 0) return null;
  return { top: Math.max(0, box.top) + stuckHeight(), bottom: Math.min(innerHeight, box.bottom) };
}

/** What is in front of the list at the top of a page that scrolls as a whole, in pixels. */
function stuckHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
}

/** Calls `onChange` at most once a frame while the page or a pane is scrolled or `element` changes its size, and once at first. Answers what ends it. */
export function followScrolling(element: Element, onChange: () => void): () => void {
  let frame = 0;
  const plan = () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      onChange();
    });
  };
  // Scroll events of panes do not bubble, but they can be caught on their way down.
  document.addEventListener('scroll', plan, { capture: true, passive: true });
  // It tells the first size, too, and only once that is laid out: so what follows comes behind the first paint and not in front of it.
  const observer = new ResizeObserver(plan);
  observer.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener('scroll', plan, { capture: true });
    observer.disconnect();
  };
}
