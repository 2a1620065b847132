/** A value that readers can subscribe to; fits `useSyncExternalStore`. */
export type ReadableStore<T> = {
  readonly get: () => T;
  /** Calls `listener` after every change; the returned function ends it. */
  readonly subscribe: (listener: () => void) => () => void;
};

export type Store<T> = ReadableStore<T> & { readonly set: (next: T) => void };

/** Holds `initial` until `set`. Setting the same value again (by `Object.is`) tells nobody. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
