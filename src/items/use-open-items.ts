import { useState } from 'react';
import type { JsonArray } from '#base/json.ts';
import { itemStartsOpen } from './item-definitions.tsx';

/** A wish for every item at once. `count` grows with each wish, so that the same one can be made again. */
export type ItemExpansion = { readonly to: 'all' | 'none'; readonly count: number } | null;

const MOST_KEPT = 20;
const NONE: ReadonlySet<number> = new Set();

type OpenItemsInput = {
  readonly items: JsonArray;
  /** Starts open in any case. */
  readonly opened: number | null;
  readonly expansion: ItemExpansion;
  /** The items that are being written and have something to see. */
  readonly growing: readonly number[];
};

/**
 * Which items are open: as their type starts, until `Expand all`, `Collapse all` or the reader says otherwise. One that opened because it
 * was being written stays open when it is done, so that nothing moves under the reader.
 */
export function useOpenItems({ items, opened, expansion, growing }: OpenItemsInput) {
  const [toggled, setToggled] = useState<ReadonlyMap<number, boolean>>(() => new Map(opened === null ? [] : [[opened, true]]));
  // What was pressed while the list was still loading counts too.
  const [applied, setApplied] = useState(expansion);
  if (expansion !== applied) {
    setApplied(expansion);
    setToggled(new Map());
  }
  const [grown, setGrown] = useState<ReadonlySet<number>>(NONE);
  const isNew = growing.some((position) => !grown.has(position));
  if (isNew) setGrown(new Set([...grown, ...growing]));
  const startsOpen = (position: number) =>
    applied === null ? grown.has(position) || itemStartsOpen(items[position]) : applied.to === 'all';
  const isOpen = (position: number) => toggled.get(position) ?? startsOpen(position);
  return {
    isOpen,
    /** What the reader opened last, one by one: it stays mounted, and with it what was opened inside. */
    openedByHand: [...toggled].flatMap(([position, isItemOpen]) => (isItemOpen ? [position] : [])).slice(-MOST_KEPT),
    toggle: (position: number) => setToggled((before) => new Map(before).set(position, !(before.get(position) ?? startsOpen(position)))),
    open: (position: number) => setToggled((before) => new Map(before).set(position, true)),
  };
}
