import { createStore, type ReadableStore } from '#base/store.ts';
import type { Exchange } from '#protocol/exchange.ts';

const MOST_EXCHANGES = 200;

export type LoggedExchange = Exchange & { readonly responseId: string };

const store = createStore<readonly LoggedExchange[]>([]);
let lastId = 0;

/** Every request made by this page, oldest first; kept in memory only. */
export const exchangeLog: ReadableStore<readonly LoggedExchange[]> = { get: store.get, subscribe: store.subscribe };

/** Adds a running exchange and returns how to report on it. */
export function logExchange(exchange: Omit<LoggedExchange, 'id'>): (change: Partial<Omit<LoggedExchange, 'id'>>) => void {
  lastId += 1;
  const id = lastId;
  store.set([...store.get(), { ...exchange, id }].slice(-MOST_EXCHANGES));
  return (change) => store.set(store.get().map((one) => (one.id === id ? { ...one, ...change } : one)));
}
