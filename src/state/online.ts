import type { ReadableStore } from '#base/store.ts';

/** Whether the browser has a network. True says little (the network may lead nowhere), false is certain. */
export const onlineStore: ReadableStore<boolean> = {
  get: () => navigator.onLine,
  subscribe: (listener) => {
    addEventListener('online', listener);
    addEventListener('offline', listener);
    return () => {
      removeEventListener('online', listener);
      removeEventListener('offline', listener);
    };
  },
};
