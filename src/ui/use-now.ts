import { useCallback, useSyncExternalStore } from 'react';

/** Coarse enough that the clock stands still while a page is drawn. */
const TENTH = 100;

/** The time in Unix milliseconds, in whole tenths of a second, renewed every `milliseconds`; 0 where that is null, and no clock is needed. */
export function useNow(milliseconds: number | null): number {
  const subscribe = useCallback(
    (renew: () => void) => {
      if (milliseconds === null) return () => undefined;
      const timer = setInterval(renew, milliseconds);
      return () => clearInterval(timer);
    },
    [milliseconds],
  );
  return useSyncExternalStore(subscribe, () => (milliseconds === null ? 0 : Math.floor(Date.now() / TENTH) * TENTH));
}
