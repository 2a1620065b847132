import { useEffect, type RefObject } from 'react';
import { followScrolling, visiblePart } from '#ui/visible-part.ts';
import type { ItemsInView, RailLink } from './rail-link.ts';

/** So often is it told, in milliseconds: what is being scrolled needs the frames for itself. */
const PAUSE = 100;

/** Tells `link` which items of the list are in view while the page or a pane is scrolled or the list changes its size. */
export function useItemsInView(list: RefObject<HTMLElement | null>, link: RailLink | null): void {
  useEffect(() => {
    const element = list.current;
    if (element === null || link === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const next = itemsInView(element);
      const before = link.inView.get();
      if (next !== null && (next.first !== before?.first || next.last !== before.last)) link.inView.set(next);
    };
    const end = followScrolling(element, () => {
      timer ??= setTimeout(tell, link.inView.get() === null ? 0 : PAUSE);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [list, link]);
}

/** The first and last item of which something can be seen; null while the list is not laid out or none of it is in view. */
function itemsInView(list: HTMLElement): ItemsInView | null {
  const view = visiblePart(list);
  if (view === null) return null;
  const { top, bottom } = view;
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
