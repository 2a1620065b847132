import { Fragment, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { JsonArray, JsonPath } from '#base/json.ts';
import type { Reveal } from '#model/reveal.ts';
import type { ContextAt } from './item-threads.ts';
import { ItemPanel } from './item-panel.tsx';
import { useArrival } from './use-arrival.ts';
import { useGrowingCount } from './use-growing-count.ts';
import { useOpenItems, type ItemExpansion } from './use-open-items.ts';

type ItemListProps = {
  readonly items: JsonArray;
  /** The positions of the items to show, in their order; null for all. */
  readonly shown?: readonly number[] | null;
  /** Where the list stands in its document. The same array every time: it decides what draws again. */
  readonly path: JsonPath;
  /** What each item may know beyond itself, by position; `onJump` shows another item of the list. Memoised: it decides what draws again. */
  readonly contextsFor: (onJump: (position: number) => void) => ContextAt;
  /** The item a link points at, or that the reader chose last. */
  readonly selected: number | null;
  readonly onSelect: (position: number) => void;
  readonly linkTo: (position: number) => string;
  readonly expansion: ItemExpansion;
  /** A place to bring into view; only one inside this list counts. */
  readonly reveal?: Reveal | null;
  /** Shows all items, because one that is hidden was asked for. */
  readonly onShowHidden?: (position: number) => void;
  /** What stands above the item of a position. */
  readonly before?: (position: number) => ReactNode;
};

/** Items under each other, one panel each, each open or closed on its own. Long lists mount in steps. */
export function ItemList(props: ItemListProps) {
  const { items, shown = null, path, contextsFor, selected, onSelect, onShowHidden, linkTo, expansion, reveal = null, before } = props;
  const list = useRef<HTMLDivElement>(null);
  const { isOpen, toggle, open } = useOpenItems(items, selected, expansion);
  const { arrival, goTo } = useArrival({
    list,
    path,
    length: items.length,
    reveal,
    onOpen: open,
    onHidden: onShowHidden ?? ignore,
    onArrive: onSelect,
  });
  const total = shown?.length ?? items.length;
  const placeOf = (position: number | undefined) => (position === undefined ? -1 : (shown?.indexOf(position) ?? position));
  const { count, endRef } = useGrowingCount(total, Math.max(placeOf(selected ?? undefined), placeOf(arrival?.position)));
  const jump = useLatest((position: number) => {
    open(position);
    goTo(position);
  });
  const press = useLatest((position: number) => {
    toggle(position);
    onSelect(position);
  });
  const contextAt = useMemo(() => contextsFor(jump), [contextsFor, jump]);
  useScrollToFirst(list, selected);
  const positions = shown === null ? Array.from({ length: count }, (_, position) => position) : shown.slice(0, count);
  return (
    <div ref={list} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {positions.map((position) => (
        // Items have no identity that can be relied on: IDs are missing, repeated or change between fetches.
        <Fragment key={position}>
          {before?.(position)}
          <ItemPanel
            item={items[position] ?? null}
            listPath={path}
            context={contextAt(position)}
            isOpen={isOpen(position)}
            isSelected={position === selected}
            onToggle={press}
            linkTo={linkTo(position)}
          />
        </Fragment>
      ))}
      {count < total ? (
        <p ref={endRef} className="p-2 text-secondary">
          Showing {count} of {total} items…
        </p>
      ) : null}
    </div>
  );
}

function ignore(): void {}

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
    // Once: effects run again when a tab comes back into view.
    const position = first.current;
    first.current = null;
    if (position !== null) list.current?.querySelector(`[data-position="${position}"]`)?.scrollIntoView({ block: 'start' });
  }, [list]);
}
