import { useState } from 'react';
import type { JsonArray } from '#base/json.ts';
import { itemStartsOpen } from './item-definitions.tsx';

/** A wish for every item at once. `count` grows with each wish, so that the same one can be made again. */
export type ItemExpansion = { readonly to: 'all' | 'none'; readonly count: number } | null;

const MOST_KEPT = 20;

/** Which items are open: as their type starts, until `Expand all`, `Collapse all` or the reader says otherwise. `opened` starts open in any case. */
export function useOpenItems(items: JsonArray, opened: number | null, expansion: ItemExpansion) {
  const [toggled, setToggled] = useState<ReadonlyMap<number, boolean>>(() => new Map(opened === null ? [] : [[opened, true]]));
  // What was pressed while the list was still loading counts too.
  const [applied, setApplied] = useState(expansion);
  if (expansion !== applied) {
    setApplied(expansion);
    setToggled(new Map());
  }
  const startsOpen = (position: number) => (applied === null ? itemStartsOpen(items[position]) : applied.to === 'all');
  const isOpen = (position: number) => toggled.get(position) ?? startsOpen(position);
  return {
    isOpen,
    /** What the reader opened last, one by one: it stays mounted, and with it what was opened inside. */
    openedByHand: [...toggled].flatMap(([position, isItemOpen]) => (isItemOpen ? [position] : [])).slice(-MOST_KEPT),
    toggle: (position: number) => setToggled((before) => new Map(before).set(position, !(before.get(position) ?? startsOpen(position)))),
    open: (position: number) => setToggled((before) => new Map(before).set(position, true)),
  };
}
