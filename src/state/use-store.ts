import { useSyncExternalStore } from 'react';
import type { ReadableStore } from '#base/store.ts';

/** The value of `store`, kept current. */
export function useStore<T>(store: ReadableStore<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
