import { createStore } from '#base/store.ts';

/** A file or a paste that is being read. */
export type Reading = {
  /** The name of the file; null for a paste. */
  readonly name: string | null;
  /** In bytes. */
  readonly size: number;
  /** How much of it has been read, from 0 to 1. */
  readonly share: number;
};

const store = createStore<Reading | null>(null);

/** What is being read; null most of the time. Of several at once, the last. */
export const readingStore = { get: store.get, subscribe: store.subscribe };

/** Tells of a file that is being read until `end` is called. */
export function showReading(name: string | null, size: number) {
  let own: Reading = { name, size, share: 0 };
  store.set(own);
  function advance(share: number): void {
    const isShown = store.get() === own;
    own = { ...own, share };
    if (isShown) store.set(own);
  }
  function end(): void {
    if (store.get() === own) store.set(null);
  }
  return { advance, end };
}
