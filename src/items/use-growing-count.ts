import { startTransition, useEffect, useState } from 'react';

const FIRST = 60;
const STEP = 200;

/**
 * How many of `total` rows to mount: the first ones at once, the rest in steps that give way to the reader, so that
 * a response with thousands of items is there as fast as one with ten. Never fewer than `needed` + 1.
 */
export function useGrowingCount(total: number, needed: number | null): number {
  const [count, setCount] = useState(FIRST);
  const shown = Math.min(total, Math.max(count, needed === null ? 0 : needed + 1));
  useEffect(() => {
    if (shown >= total) return undefined;
    const timer = setTimeout(() => startTransition(() => setCount(shown + STEP)), 16);
    return () => clearTimeout(timer);
  }, [shown, total]);
  return shown;
}
