import { useEffect, useState } from 'react';

/** The time in Unix milliseconds, renewed every `milliseconds`; it stands still where that is null. */
export function useNow(milliseconds: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (milliseconds === null) return undefined;
    const renew = () => setNow(Date.now());
    const first = setTimeout(renew, 0); // it may have stood still for long
    const timer = setInterval(renew, milliseconds);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [milliseconds]);
  return now;
}
