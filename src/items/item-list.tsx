import { Fragment, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { JsonArray } from '#base/json.ts';
import type { ContextAt } from './item-threads.ts';
import { ItemPanel } from './item-panel.tsx';
import { useGrowingCount } from './use-growing-count.ts';
import { useOpenItems, type ItemExpansion } from './use-open-items.ts';

type ItemListProps = {
  readonly items: JsonArray;
  /** What each item may know beyond itself, by position; `onJump` shows another item of the list. Memoised: it decides what draws again. */
  readonly contextsFor: (onJump: (position: number) => void) => ContextAt;
  /** The item a link points at, or that the reader chose last. */
  readonly selected: number | null;
  readonly onSelect: (position: number) => void;
  readonly linkTo: (position: number) => string;
  readonly expansion: ItemExpansion;
  /** What stands above the item of a position. */
  readonly before?: (position: number) => ReactNode;
};

/** Items under each other, one panel each, each open or closed on its own. Long lists mount in steps. */
export function ItemList({ items, contextsFor, selected, onSelect, linkTo, expansion, before }: ItemListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { isOpen, toggle, open } = useOpenItems(items, selected, expansion);
  const { count: shownCount, endRef } = useGrowingCount(items.length, selected);
  const jump = useLatest((position: number) => {
    open(position);
    onSelect(position);
    const target = list.current?.querySelector<HTMLElement>(`[data-position="${position}"]`);
    target?.scrollIntoView({ block: 'nearest' });
    target?.querySelector('button')?.focus({ preventScroll: true });
  });
  const press = useLatest((position: number) => {
    toggle(position);
    onSelect(position);
  });
  const contextAt = useMemo(() => contextsFor(jump), [contextsFor, jump]);
  useScrollToFirst(list, selected);
  return (
    <div ref={list} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {items.slice(0, shownCount).map((item, position) => (
        // Items have no identity that can be relied on: IDs are missing, repeated or change between fetches.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={position}>
          {before?.(position)}
          <ItemPanel
            item={item}
            context={contextAt(position)}
            isOpen={isOpen(position)}
            isSelected={position === selected}
            onToggle={press}
            linkTo={linkTo(position)}
          />
        </Fragment>
      ))}
      {shownCount < items.length ? (
        <p ref={endRef} className="p-2 text-secondary">
          Showing {shownCount} of {items.length} items…
        </p>
      ) : null}
    </div>
  );
}

/** A function that stays the same while what it does follows the latest render, so that memoised rows do not render again. */
function useLatest(run: (position: number) => void): (position: number) => void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback((position: number) => latest.current(position), []);
}

/** A link to an item shows it; later selections are made by the reader, who is already there. */
function useScrollToFirst(list: React.RefObject<HTMLDivElement | null>, selected: number | null): void {
  const first = useRef(selected);
  useEffect(() => {
    if (first.current !== null) list.current?.querySelector(`[data-position="${first.current}"]`)?.scrollIntoView({ block: 'start' });
  }, [list]);
}
