import { useEffect, useState } from 'react';

/** The time in Unix milliseconds, renewed every `milliseconds`; it stands still where that is null. */
export function useNow(milliseconds: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (milliseconds === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return now;
}
