import { createContext, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { valueAt, type JsonPath, type JsonValue } from '#base/json.ts';
import { createStore, type ReadableStore } from '#base/store.ts';
import { untracked } from '#base/tracked-json.ts';

/** A text that the reader looks for, or a value that is gone to, so that what hides it opens. */
export type SoughtPlace = {
  readonly kind: 'place';
  /** Where the value that holds it stands in the document in view. */
  readonly path: JsonPath;
  /** The whole value, and where in it the text stands. Nowhere, from 0 to 0, where the value itself is gone to. */
  readonly whole: JsonValue | undefined;
  readonly start: number;
  readonly end: number;
  /** True once it was not to be seen as the view draws it: what has a source shows that. */
  readonly isOnlyInSource: boolean;
};

/** `everything`: all that is closed or cut opens, within reason. */
export type Sought = SoughtPlace | { readonly kind: 'everything' };

/** What to look for to have the value at `path` of `root` opened. */
export function soughtValue(root: JsonValue, path: JsonPath): SoughtPlace {
  return { kind: 'place', path, whole: untracked(valueAt(root, path)), start: 0, end: 0, isOnlyInSource: false };
}

/** What is looked for in the panel around; another object each time it is asked for. */
export const SoughtContext = createContext<ReadableStore<Sought | null>>(createStore(null));

/** Where the item stands that is drawn here; what is sought elsewhere is none of its business. */
export const SoughtScope = createContext<JsonPath | null>(null);

/** More characters than this are not drawn at once for the sake of being found. */
export const MOST_OPENED = 100_000;

/** Calls `open` with what is sought, once for each time, where it may be in what is drawn here: now, and whenever that changes. */
export function useSought(open: (sought: Sought) => void): void {
  const store = useContext(SoughtContext);
  const scope = useContext(SoughtScope);
  const latest = useRef(open);
  const seen = useRef<Sought | null>(null);
  useEffect(() => {
    latest.current = open;
  });
  // Before the browser draws, so that what opens with an item is open at once.
  useLayoutEffect(() => {
    function look(): void {
      const sought = store.get();
      if (sought === null || sought === seen.current) return;
      seen.current = sought;
      if (sought.kind === 'everything' || scope === null || isWithin(sought.path, scope)) latest.current(sought);
    }
    look();
    return store.subscribe(look);
  }, [store, scope]);
}

/** True when `path` leads to `place` or into it. */
export function isWithin(path: JsonPath, place: JsonPath): boolean {
  return place.every((step, index) => path[index] === step);
}

/**
 * Where `text` holds what is sought: exactly, when it is the value itself; by the count of its occurrences, when it is made from it
 * (JSON laid out, a part of a table); null when it does not.
 */
export function offsetIn(text: string, { whole, start, end }: SoughtPlace): number | null {
  if (text === whole) return start;
  if (typeof whole !== 'string' || start === end) return null;
  const words = whole.slice(start, end);
  let found = text.indexOf(words);
  const first = found;
  for (let at = whole.indexOf(words); found !== -1 && at !== -1 && at < start; at = whole.indexOf(words, at + words.length)) {
    found = text.indexOf(words, found + words.length);
  }
  return found === -1 ? (first === -1 ? null : first) : found;
}

/** How much of a value is looked through for the text of a list's entry. */
const MOST_VALUES = 2_000;

/** The position of the entry that holds what is sought; -1 when none does. Entries may be made from the data, not taken from it. */
export function positionOfSought(items: readonly unknown[], { whole, path }: SoughtPlace): number {
  const plain = untracked(items);
  // Entries that read the same are told apart by the way there.
  const onTheWay = path.findLast((step) => typeof step === 'number' && step < plain.length && holds(plain[step], whole));
  return typeof onTheWay === 'number' ? onTheWay : plain.findIndex((item) => holds(item, whole));
}

function holds(item: unknown, whole: unknown): boolean {
  const waiting: unknown[] = [item];
  for (let looked = 0; waiting.length > 0 && looked < MOST_VALUES; looked += 1) {
    const value = untracked(waiting.pop());
    if (value === whole) return true;
    if (typeof value === 'object' && value !== null) waiting.push(...Object.values(value).slice(0, MOST_VALUES));
  }
  return false;
}
