import * as v from 'valibot';
import { createStore } from '#base/store.ts';
import { preferencesStore } from './preferences.ts';
import { readStored, removeStored, writeStored } from './web-storage.ts';

const MOST_ENTRIES = 200;

const historyEntry = v.object({
  /** Path and query that open it again; also what makes an entry unique. */
  link: v.string(),
  responseId: v.string(),
  /** The connection it was opened with; null for files and pastes. */
  connectionId: v.nullable(v.string()),
  /** What the answer began with, or how it ended. */
  title: v.string(),
  model: v.nullable(v.string()),
  status: v.nullable(v.string()),
  /** Total tokens, where the server counted them. */
  tokens: v.nullable(v.number()),
  /** Unix milliseconds. */
  openedAt: v.number(),
});
export type HistoryEntry = v.InferOutput<typeof historyEntry>;

const MOST_DAYS = 30;

function readHistory(): readonly HistoryEntry[] {
  const entries = v.parse(v.fallback(v.array(historyEntry), []), readStored('device', 'history'));
  return entries.filter((entry) => entry.openedAt > Date.now() - MOST_DAYS * 86_400_000);
}

const store = createStore(readHistory());

/** What was opened in this browser, newest first. Holds no key and no content but a short title. */
export const historyStore = { get: store.get, subscribe: store.subscribe };

/** Puts `entry` first, in place of an older one with the same link. "Keep nothing" writes nothing. */
export function rememberOpened(entry: HistoryEntry): void {
  if (!preferencesStore.get().keepHistory) return;
  keep([entry, ...store.get().filter((other) => other.link !== entry.link)].slice(0, MOST_ENTRIES));
}

export function forgetOpened(link: string): void {
  keep(store.get().filter((entry) => entry.link !== link));
}

export function forgetHistory(): void {
  store.set([]);
  removeStored('device', 'history');
}

/** The connection that `responseId` was asked with in this page, whatever came of it. */
const askedWith = new Map<string, string>();

/** From now on `responseId` means this connection, until it is asked with another. */
export function preferConnection(responseId: string, connectionId: string): void {
  askedWith.set(responseId, connectionId);
}

/** The connection that `responseId` was last asked or opened with. */
export function lastConnectionOf(responseId: string): string | null {
  const asked = askedWith.get(responseId);
  if (asked !== undefined) return asked;
  return store.get().find((entry) => entry.responseId === responseId && entry.connectionId !== null)?.connectionId ?? null;
}

/** The entries whose ID, title, model or status contain every word of `query`. */
export function searchHistory(entries: readonly HistoryEntry[], query: string): readonly HistoryEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = `${entry.responseId} ${entry.title} ${entry.model ?? ''} ${entry.status ?? ''} ${entry.link}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function keep(entries: readonly HistoryEntry[]): void {
  store.set(entries);
  writeStored('device', 'history', entries);
}
