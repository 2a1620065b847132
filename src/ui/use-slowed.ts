import { useEffect, useRef, useState } from 'react';

/** `value`, but another one at most every so many milliseconds, and the last one in the end; 0 lets all through. */
export function useSlowed<T>(value: T, interval: number): T {
  const [held, setHeld] = useState(value);
  const heldSince = useRef(-Infinity);
  const isBehind = interval > 0 && held !== value;
  // What was let through last is what is held from when it slows down.
  if (interval === 0 && held !== value) setHeld(() => value);
  useEffect(() => {
    if (!isBehind) return undefined;
    const timer = setTimeout(
      () => {
        heldSince.current = performance.now();
        setHeld(() => value);
      },
      Math.max(0, heldSince.current + interval - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [interval, value, isBehind]);
  return interval > 0 ? held : value;
}
