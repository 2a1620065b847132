import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** So near the end is at the end, in pixels. */
const AT_END = 24;
/** What was drawn last may take so long to get its height, in milliseconds. */
const SETTLING = 1_000;

type Tail = {
  /** True while the end is kept in view. */
  readonly isFollowing: boolean;
  /** Goes to the end, and follows it from there. */
  readonly goToEnd: () => void;
};

/**
 * Keeps the end of what grows in view as long as the reader is there: to scroll up, or to press anything in it, ends that; to come back to
 * the end begins it again. Scrolls the pane that `content` is in, or the page where that is what scrolls. `follows` says how it starts.
 */
export function useTail(
  content: RefObject<HTMLElement | null>,
  { isLive, follows }: { readonly isLive: boolean; readonly follows: boolean },
): Tail {
  const [isFollowing, setFollowing] = useState(follows);
  const wanted = useRef(follows);
  const hasBegun = useRef(false);
  const follow = useCallback((is: boolean) => {
    wanted.current = is;
    setFollowing(is);
  }, []);
  useEffect(() => {
    const element = content.current;
    if (!isLive || element === null) return undefined;
    // Who has scrolled before it begins has found something to read.
    if (!hasBegun.current && scrollerOf(element).scrollTop > AT_END) follow(false);
    hasBegun.current = true;
    return keepAtEnd(element, () => wanted.current, follow);
  }, [content, isLive, follow]);
  function goToEnd() {
    const element = content.current;
    if (element === null) return;
    follow(true);
    const scroller = scrollerOf(element);
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: prefersStill() ? 'instant' : 'smooth' });
  }
  return { isFollowing, goToEnd };
}

/** Watches size and scrolling. Answers what ends it. */
function keepAtEnd(element: HTMLElement, isWanted: () => boolean, follow: (is: boolean) => void): () => void {
  const scroller = scrollerOf(element);
  const source = scroller === document.scrollingElement ? document : scroller;
  let top = scroller.scrollTop;
  let height = scroller.scrollHeight;
  function look() {
    const isUp = scroller.scrollTop < top - 1;
    // What shrinks moves the reader as well, who did not ask for it.
    const isShrinking = scroller.scrollHeight < height;
    const isAtEnd = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop <= AT_END;
    if (isUp && !isShrinking) follow(false);
    else if (isAtEnd && scroller.scrollTop > top) follow(true);
    top = scroller.scrollTop;
    height = scroller.scrollHeight;
  }
  function grow() {
    if (isWanted()) scroller.scrollTop = scroller.scrollHeight;
    top = scroller.scrollTop;
    height = scroller.scrollHeight;
  }
  // The first moment of a slow scroll is still at the end.
  const turn = (event: WheelEvent) => event.deltaY < 0 && follow(false);
  const press = (event: Event) => event.target instanceof Element && event.target.closest('button, summary') !== null && follow(false);
  const sizes = new ResizeObserver(grow);
  sizes.observe(element);
  source.addEventListener('scroll', look, { passive: true });
  scroller.addEventListener('wheel', turn, { passive: true });
  element.addEventListener('click', press);
  return () => {
    scroller.removeEventListener('wheel', turn);
    element.removeEventListener('click', press);
    setTimeout(() => {
      sizes.disconnect();
      source.removeEventListener('scroll', look);
    }, SETTLING);
  };
}

/** The pane around `element` where that scrolls, or else the page. */
function scrollerOf(element: Element): HTMLElement {
  const pane = element.closest<HTMLElement>('[data-pane]');
  const page = document.scrollingElement;
  const isPane = pane !== null && /auto|scroll/.test(getComputedStyle(pane).overflowY);
  return isPane || !(page instanceof HTMLElement) ? (pane ?? document.documentElement) : page;
}

function prefersStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
