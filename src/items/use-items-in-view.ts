import { useEffect, type RefObject } from 'react';
import type { ItemsInView, RailLink } from './rail-link.ts';

/** Tells `link` which items of the list are in view, at most once a frame, while the page or a pane is scrolled or the list changes its size. */
export function useItemsInView(list: RefObject<HTMLElement | null>, link: RailLink | null): void {
  useEffect(() => {
    const element = list.current;
    if (element === null || link === null) return undefined;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const next = itemsInView(element);
      const before = link.inView.get();
      if (next !== null && (next.first !== before?.first || next.last !== before.last)) link.inView.set(next);
    };
    const plan = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    plan();
    // Scroll events of panes do not bubble, but they can be caught on their way down.
    document.addEventListener('scroll', plan, { capture: true, passive: true });
    const observer = new ResizeObserver(plan);
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', plan, { capture: true });
      observer.disconnect();
    };
  }, [list, link]);
}

/** The first and last item of which something can be seen; null while the list is not laid out or none of it is in view. */
function itemsInView(list: HTMLElement): ItemsInView | null {
  const box = (list.closest('[data-pane]') ?? document.documentElement).getBoundingClientRect();
  const top = Math.max(0, box.top) + stuckHeight();
  const bottom = Math.min(innerHeight, box.bottom);
  if (box.height === 0) return null;
  const chunks = [...list.children];
  const first = firstAfter(chunks, top);
  if (first === null || first.getBoundingClientRect().top > bottom) return null;
  const last = lastBefore(chunks, bottom) ?? first;
  const firstItem = firstAfter(itemsOf(first), top) ?? itemsOf(first).at(-1);
  const lastItem = lastBefore(itemsOf(last), bottom) ?? itemsOf(last)[0];
  // Of a chunk that is not mounted, all of it.
  const from = firstItem === undefined ? numberIn(first, 'data-first') : numberIn(firstItem, 'data-position');
  const to = lastItem === undefined ? numberIn(last, 'data-last') : numberIn(lastItem, 'data-position');
  return { first: from, last: Math.max(from, to) };
}

/** What is in front of the list at the top of a page that scrolls as a whole, in pixels. */
function stuckHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
}

function itemsOf(chunk: Element): readonly Element[] {
  return [...chunk.children].filter((child) => child.hasAttribute('data-position'));
}

function numberIn(element: Element, attribute: string): number {
  return Number(element.getAttribute(attribute));
}

/** The first of elements that stand under each other that ends below `y`. */
function firstAfter(elements: readonly Element[], y: number): Element | null {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return elements[low] ?? null;
}

/** The last of them that starts above `y`. */
function lastBefore(elements: readonly Element[], y: number): Element | null {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().top ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return elements[low - 1] ?? null;
}
