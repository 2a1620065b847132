import { Fragment, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { JsonArray, JsonPath } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import type { Reveal } from '#model/reveal.ts';
import type { ComingItem, StillToCome } from '#model/still-to-come.ts';
import type { ContextAt } from './item-threads.ts';
import { isWithin, useSought } from '#ui/sought.ts';
import { ItemPanel } from './item-panel.tsx';
import type { RailLink } from './rail-link.ts';
import { useArrival } from './use-arrival.ts';
import { useItemsInView } from './use-items-in-view.ts';
import { useMountedChunks } from './use-mounted-chunks.ts';
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
  /** The rail beside this list, where it has one. */
  readonly rail?: RailLink | null;
  /** The positions that are being written; the same array while they are the same. */
  readonly growing?: readonly number[];
  /** What the items lack of their end, where the reader asked for that. */
  readonly toCome?: StillToCome | null;
  /** Goes to where an item that is still to come begins. The same function every time: the rail hangs on it. */
  readonly onComing?: (item: ComingItem) => void;
  /** True while the reader travels through a stream, with another list at every moment. */
  readonly isFleeting?: boolean;
  /** What stands above the item of a position. */
  readonly before?: (position: number) => ReactNode;
};

/** Items under each other, one panel each, each open or closed on its own. Of long lists only what is near is mounted. */
export function ItemList(props: ItemListProps) {
  const {
    items,
    shown = null,
    path,
    contextsFor,
    selected,
    onSelect,
    onShowHidden,
    linkTo,
    expansion,
    reveal = null,
    rail = null,
    growing = NONE,
    toCome = null,
    onComing = NOWHERE,
    isFleeting = false,
    before,
  } = props;
  const list = useRef<HTMLDivElement>(null);
  // To list an item is not to show it.
  const plain = untracked(items);
  const { isOpen, toggle, open, openedByHand } = useOpenItems({ items: plain, opened: selected, expansion, growing });
  const { arrival, goTo } = useArrival({
    list,
    path,
    length: items.length,
    reveal,
    onOpen: open,
    onHidden: (position) => (shown?.includes(position) === false ? onShowHidden?.(position) : undefined),
    onArrive: onSelect,
  });
  const total = shown?.length ?? items.length;
  const [soughtPosition, setSoughtPosition] = useState<number | null>(null);
  useSought((sought) => {
    const position = sought.kind === 'place' && isWithin(sought.path, path) ? sought.path[path.length] : undefined;
    if (typeof position !== 'number') return;
    open(position);
    setSoughtPosition(position);
  });
  const rowsOf = (wanted: readonly (number | null | undefined)[]) =>
    wanted.flatMap((position) =>
      position === null || position === undefined ? [] : [shown === null ? position : shown.indexOf(position)],
    );
  const { runs, heightOf } = useMountedChunks({
    list,
    total,
    needed: rowsOf([selected, arrival?.position, soughtPosition, ...openedByHand]).filter((row) => row >= 0 && row < total),
    layout: [expansion, shown],
    isFleeting,
  });
  const positions = useMemo(() => shown ?? plain.map((_, position) => position), [shown, plain]);
  const jump = useLatest((position: number) => {
    open(position);
    goTo(position, 'go');
  });
  const choose = useLatest((position: number) => {
    open(position);
    goTo(position, 'select');
  });
  const coming = toCome?.coming ?? NO_ITEMS;
  const peek = useLatest((position: number) => goTo(position, 'peek'));
  const press = useLatest((position: number) => {
    toggle(position);
    onSelect(position);
  });
  const contextAt = useMemo(() => contextsFor(jump), [contextsFor, jump]);
  useScrollToFirst(list, selected);
  useItemsInView(list, rail);
  useEffect(() => {
    rail?.source.set({
      items: plain,
      path,
      contextAt,
      positions,
      coming,
      selected,
      onChoose: (position, takesFocus) => (takesFocus ? jump : choose)(position),
      onPeek: peek,
      onComing,
    });
  }, [rail, plain, path, positions, coming, contextAt, selected, jump, choose, peek, onComing]);
  return (
    <div ref={list} className="-my-1 min-w-0">
      {runs.map((run) => (
        <div
          key={run.kind === 'rows' ? run.index : `space ${run.index}`}
          data-chunk={run.index}
          data-chunk-end={run.kind === 'space' ? run.endIndex : undefined}
          data-first={positions[run.start]}
          data-last={positions[run.end - 1]}
          style={run.kind === 'space' ? { height: heightOf(run) } : undefined}
          className="-mx-1 grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 px-1 py-1 [contain:layout_paint]"
        >
          {(run.kind === 'rows' ? positions.slice(run.start, run.end) : []).map((position) => (
            // Items have no identity that can be relied on: IDs are missing, repeated or change between fetches.
            <Fragment key={position}>
              {before?.(position)}
              <ItemPanel
                item={items[position] ?? null}
                listPath={path}
                context={contextAt(position)}
                isOpen={isOpen(position)}
                isSelected={position === selected}
                toCome={toCome?.items[position] ?? null}
                onToggle={press}
                linkTo={linkTo(position)}
              />
            </Fragment>
          ))}
        </div>
      ))}
    </div>
  );
}

const NONE: readonly number[] = [];
const NO_ITEMS: StillToCome['coming'] = [];
const NOWHERE = () => undefined;

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
