import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { arrayOf } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import { goTo, linkTo } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';
import { itemStartsOpen } from '#items/item-definitions.tsx';
import { ItemPanel } from '#items/item-panel.tsx';
import { AnswerBar } from './answer-bar.tsx';
import { EmptyOutput } from './empty-output.tsx';
import { itemContexts } from './item-contexts.ts';
import { namesOfItems, positionOfItem } from './item-name.ts';
import { useGrowingCount } from './use-growing-count.ts';

type OutputPanelProps = {
  readonly recording: Recording;
  readonly expansion: { readonly to: 'all' | 'none'; readonly count: number } | null;
  readonly url: UrlState;
};

/** What the model did and said, one panel an item. */
export function OutputPanel({ recording, expansion, url }: OutputPanelProps) {
  const { response } = recording;
  const items = arrayOf(response['output']);
  const list = useRef<HTMLDivElement>(null);
  const selected = positionOfItem(items, url.item);
  const { isOpen, toggle, open } = useOpenItems(items, selected, expansion);
  const shownCount = useGrowingCount(items.length, selected);
  const names = useMemo(() => namesOfItems(arrayOf(response['output'])), [response]);
  const select = useLatest((position: number) => goTo({ ...url, item: names[position] ?? null }, 'replace'));
  const jump = useLatest((position: number) => {
    open(position);
    select(position);
    const target = list.current?.querySelector<HTMLElement>(`[data-position="${position}"]`);
    target?.scrollIntoView({ block: 'nearest' });
    target?.querySelector('button')?.focus({ preventScroll: true });
  });
  const press = useLatest((position: number) => {
    toggle(position);
    select(position);
  });
  const contexts = useMemo(() => itemContexts(response, jump), [response, jump]);
  useScrollToFirst(list, selected);
  if (items.length === 0) return <EmptyOutput response={response} />;
  return (
    <div ref={list} className="grid min-w-0 gap-2 p-2.5">
      <AnswerBar response={response} />
      {contexts.slice(0, shownCount).map((context, position) => (
        <ItemPanel
          // Items have no identity that can be relied on: IDs are missing, repeated or change between fetches.
          // oxlint-disable-next-line react/no-array-index-key
          key={position}
          item={items[position] ?? null}
          context={context}
          isOpen={isOpen(position)}
          isSelected={position === selected}
          onToggle={press}
          linkTo={linkTo({ ...url, view: 'output', item: names[position] ?? null })}
        />
      ))}
      {shownCount < items.length ? (
        <p className="p-2 text-secondary">
          Showing {shownCount} of {items.length} items…
        </p>
      ) : null}
    </div>
  );
}

/** Which items are open: as their type starts, until `Expand all`, `Collapse all` or the reader says otherwise. */
function useOpenItems(items: ReturnType<typeof arrayOf>, selected: number | null, expansion: OutputPanelProps['expansion']) {
  const [toggled, setToggled] = useState<ReadonlyMap<number, boolean>>(() => new Map(selected === null ? [] : [[selected, true]]));
  // What was pressed while this panel was still loading counts too.
  const [applied, setApplied] = useState(expansion);
  if (expansion !== applied) {
    setApplied(expansion);
    setToggled(new Map());
  }
  const startsOpen = (position: number) => (applied === null ? itemStartsOpen(items[position]) : applied.to === 'all');
  const isOpen = (position: number) => toggled.get(position) ?? startsOpen(position);
  return {
    isOpen,
    toggle: (position: number) => setToggled((before) => new Map(before).set(position, !(before.get(position) ?? startsOpen(position)))),
    open: (position: number) => setToggled((before) => new Map(before).set(position, true)),
  };
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
