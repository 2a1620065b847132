import { useState } from 'react';
import type { JsonArray, JsonPath } from '#base/json.ts';
import { createStore, type Store } from '#base/store.ts';
import type { ComingItem } from '#model/still-to-come.ts';
import type { ContextAt } from './item-threads.ts';

/** A list of items as the rail beside it needs it. */
export type RailSource = {
  readonly items: JsonArray;
  /** Where the list stands in its document. */
  readonly path: JsonPath;
  readonly contextAt: ContextAt;
  /** The positions that the list shows, in its order. */
  readonly positions: readonly number[];
  /** What stands behind them because it is not there yet. */
  readonly coming: readonly ComingItem[];
  readonly selected: number | null;
  /** Selects an item, opens it and brings it into view; the focus goes with it if so wished. */
  readonly onChoose: (position: number, takesFocus: boolean) => void;
  /** Goes to where an item that is not there yet begins. */
  readonly onComing: (item: ComingItem) => void;
  /** Brings an item into view and leaves everything else as it is. */
  readonly onPeek: (position: number) => void;
};

/** The first and the last position of which something is in view. */
export type ItemsInView = { readonly first: number; readonly last: number };

/**
 * What a list of items and the rail beside it tell each other. The list writes, the rail reads, each when it is there; scrolling
 * draws the rail again and not the list.
 */
export type RailLink = { readonly source: Store<RailSource | null>; readonly inView: Store<ItemsInView | null> };

/** A link for one list and its rail, the same as long as the component lives. */
export function useRailLink(): RailLink {
  const [link] = useState<RailLink>(() => ({
    source: createStore<RailSource | null>(null),
    inView: createStore<ItemsInView | null>(null),
  }));
  return link;
}
