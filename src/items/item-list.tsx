import { Fragment, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { JsonArray, JsonPath } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import type { Reveal } from '#model/reveal.ts';
import type { ContextAt } from './item-threads.ts';
import { ItemPanel } from './item-panel.tsx';
import type { Chunk } from './mounted-chunks.ts';
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
  /** What stands above the item of a position. */
  readonly before?: (position: number) => ReactNode;
};

/** Height of a closed item and the gap under it, in pixels; what an item that is not mounted yet counts for. */
const CLOSED_HEIGHT = 38;

/** Items under each other, one panel each, each open or closed on its own. Long lists mount in steps. */
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
    before,
  } = props;
  const list = useRef<HTMLDivElement>(null);
  // To list an item is not to show it.
  const plain = untracked(items);
  const { isOpen, toggle, open } = useOpenItems(plain, selected, expansion);
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
  const rowOf = (position: number | undefined) => (position === undefined ? null : shown === null ? position : shown.indexOf(position));
  const { chunks, restRef } = useMountedChunks(total, [rowOf(selected ?? undefined), rowOf(arrival?.position)]);
  const positions = useMemo(() => shown ?? plain.map((_, position) => position), [shown, plain]);
  const jump = useLatest((position: number) => {
    open(position);
    goTo(position, 'go');
  });
  const choose = useLatest((position: number) => {
    open(position);
    goTo(position, 'select');
  });
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
      contextAt,
      positions,
      selected,
      onChoose: (position, takesFocus) => (takesFocus ? jump : choose)(position),
      onPeek: peek,
    });
  }, [rail, plain, positions, contextAt, selected, jump, choose, peek]);
  return (
    <div ref={list} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {chunks.map((chunk) => (
        <div
          key={chunk.index}
          data-first={positions[chunk.start]}
          data-last={positions[chunk.end - 1]}
          className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2"
        >
          {positions.slice(chunk.start, chunk.mountedEnd).map((position) => (
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
          <Rest chunk={chunk} restRef={restRef} />
        </div>
      ))}
    </div>
  );
}

function ignore(): void {}

/** Stands for the items of a chunk that are not mounted, about as high as they will be. */
function Rest({ chunk, restRef }: { readonly chunk: Chunk; readonly restRef: React.RefCallback<HTMLElement> }) {
  const count = chunk.end - chunk.mountedEnd;
  if (count === 0) return null;
  return <div ref={restRef} data-rest={chunk.index} style={{ height: count * CLOSED_HEIGHT - (CLOSED_HEIGHT - 30) }} />;
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
    // Once: effects run again when a tab comes back into view.
    const position = first.current;
    first.current = null;
    if (position !== null) list.current?.querySelector(`[data-position="${position}"]`)?.scrollIntoView({ block: 'start' });
  }, [list]);
}
