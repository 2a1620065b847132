import { startTransition, useCallback, useEffect, useState, type RefCallback } from 'react';
import { CHUNK_SIZE, chunksOf, withChunks, withRow, type Chunk, type Mounted } from './mounted-chunks.ts';

/** A list of so many is mounted at once. */
const SHORT = 60;
const FIRST = 4;
const NONE: ReadonlySet<number> = new Set();
/** So many rows come by themselves; further ones as the reader gets near. */
const BY_ITSELF = 1_000;
const NEAR = '1500px';

/**
 * Which of `total` rows to mount: the first ones at once, more in steps that give way to the reader, the rest where the reader gets near, so
 * that a response with thousands of items is there as fast as one with ten. `needed` are rows that must be there at once; null is none.
 * `restRef` belongs on what stands for the rows of a chunk that are not mounted, with the chunk's index as `data-rest`.
 */
export function useMountedChunks(total: number, needed: readonly (number | null)[]) {
  const [mounted, setMounted] = useState<Mounted>({ upTo: FIRST, chunks: NONE });
  // What was needed once stays: rows that are there do not go away.
  const wanted = needed.reduce<Mounted>((before, row) => (row === null ? before : withRow(before, row)), mounted);
  if (wanted !== mounted) setMounted(wanted);
  const upTo = total <= SHORT ? total : wanted.upTo;
  useEffect(() => {
    if (upTo >= Math.min(total, BY_ITSELF)) return undefined;
    const timer = setTimeout(() => {
      startTransition(() => setMounted((before) => ({ ...before, upTo: Math.max(before.upTo, upTo) + CHUNK_SIZE })));
    }, 16);
    return () => clearTimeout(timer);
  }, [upTo, total]);
  const restRef = useNearness(useCallback((index: number) => setMounted((before) => withChunks(before, [index])), []));
  const chunks: readonly Chunk[] = chunksOf(total, { upTo, chunks: wanted.chunks });
  return { chunks, restRef };
}

/** A ref for elements with `data-rest`; `onNear` gets that number when one of them comes near to what is in view. */
function useNearness(onNear: (index: number) => void): RefCallback<HTMLElement> {
  const [observer] = useState(() => {
    // `scrollMargin`, which not every browser knows yet, is what reaches out of a pane that scrolls by itself.
    const options = { rootMargin: NEAR, scrollMargin: NEAR };
    return new IntersectionObserver((entries) => {
      const near = entries.filter(({ isIntersecting }) => isIntersecting);
      startTransition(() => near.forEach(({ target }) => onNear(Number(target.getAttribute('data-rest')))));
    }, options);
  });
  return useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined;
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer],
  );
}
