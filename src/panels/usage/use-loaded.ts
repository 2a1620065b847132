import { useEffect, useState } from 'react';

export type Loaded<T> = { readonly kind: 'loading' } | { readonly kind: 'ready'; readonly value: T } | { readonly kind: 'failed' };

/** What `load` resolves to. A new `load` starts over, and the answer of an older one is ignored, so memoise it. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [result, setResult] = useState<{ readonly load: () => Promise<T>; readonly loaded: Loaded<T> } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    function settle(loaded: Loaded<T>) {
      if (isCurrent) setResult({ load, loaded });
    }
    load().then(
      (value) => settle({ kind: 'ready', value }),
      () => settle({ kind: 'failed' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [load]);
  return result?.load === load ? result.loaded : { kind: 'loading' };
}
