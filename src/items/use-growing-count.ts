import { startTransition, useCallback, useEffect, useState } from 'react';

/** A list of so many is mounted at once. */
const SHORT = 60;
const FIRST = 4;
const STEP = 30;
/** So many rows come by themselves; further ones as the reader gets near. */
const BY_ITSELF = 1_000;
const NEAR = '1500px';

/**
 * How many of `total` rows to mount: the first ones at once, the rest in steps that give way to the reader, so that a response with
 * thousands of items is there as fast as one with ten. Never fewer than `needed` + 1 (-1: none). `endRef` belongs on what stands after the last row.
 */
export function useGrowingCount(
  total: number,
  needed: number,
): { readonly count: number; readonly endRef: (element: Element | null) => (() => void) | undefined } {
  const [grown, setGrown] = useState(FIRST);
  const count = total <= SHORT ? total : Math.min(total, Math.max(grown, needed + 1));
  const grow = useCallback(() => startTransition(() => setGrown((before) => Math.max(before, count) + STEP)), [count]);
  useEffect(() => {
    if (count >= total || count >= BY_ITSELF) return undefined;
    const timer = setTimeout(grow, 16);
    return () => clearTimeout(timer);
  }, [count, total, grow]);
  // A new function for every count, so that an end still near after a step is seen again.
  const endRef = useCallback(
    (element: Element | null) => {
      if (element === null) return undefined;
      const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && grow(), {
        rootMargin: NEAR,
      });
      observer.observe(element);
      return () => observer.disconnect();
    },
    [grow],
  );
  return { count, endRef };
}
