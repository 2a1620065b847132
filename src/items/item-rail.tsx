import { useDeferredValue, useId, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { formatJsonPointer } from '#base/json-pointer.ts';
import { rowsInView } from '#ui/row-window.ts';
import type { RailLink, RailSource } from './rail-link.ts';
import { ComingRow, RAIL_ROW_HEIGHT, RailRow } from './rail-row.tsx';
import { rowAfterKey, rowOfPosition } from './rail-rows.ts';
import { useRailScroll } from './use-rail-scroll.ts';

const OVERSCAN = 8;

type ItemRailProps = {
  readonly link: RailLink;
  readonly label: string;
  /** Given where choosing an item ends the rail's work, as in a drawer: the focus then goes to the item in any case. */
  readonly onChosen?: () => void;
};

/** The table of contents of a list of items; nothing until the list is there. */
export function ItemRail({ link, ...rest }: ItemRailProps) {
  const source = useSyncExternalStore(link.source.subscribe, link.source.get);
  return source === null || source.positions.length + source.coming.length === 0 ? null : <Rows link={link} source={source} {...rest} />;
}

/** A listbox that is one tab stop, however long: arrows, Page keys, Home and End walk it and bring the item into view; Enter opens it and goes there. */
function Rows({ link, source, label, onChosen }: ItemRailProps & { readonly source: RailSource }) {
  const { items, path, contextAt, positions, coming, selected, onChoose, onPeek, onComing } = source;
  // The list that is being scrolled comes first.
  const inView = useDeferredValue(useSyncExternalStore(link.inView.subscribe, link.inView.get));
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const followed = inView === null ? null : { first: rowOfPosition(positions, inView.first), last: rowOfPosition(positions, inView.last) };
  const { scrollTop, viewHeight, onTouch, onScroll, showRow } = useRailScroll(box, followed, rowOfPosition(positions, selected ?? 0));
  const [walkedTo, setWalkedTo] = useState<number | null>(null);
  const start = rowOfPosition(positions, selected ?? inView?.first ?? 0);
  const rowCount = positions.length + coming.length;
  const active = Math.min(walkedTo ?? start, rowCount - 1);

  function choose(row: number, takesFocus: boolean) {
    const position = positions[row];
    const item = coming[row - positions.length];
    if (position === undefined && item === undefined) return;
    setWalkedTo(row);
    onChosen?.();
    if (item !== undefined) onComing(item);
    if (position !== undefined) onChoose(position, takesFocus || onChosen !== undefined);
  }
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = rowAfterKey(event.key, { row: active, count: rowCount, page: Math.floor(viewHeight / RAIL_ROW_HEIGHT) - 1 });
    const position = next === null ? undefined : positions[next];
    if (event.key === 'Enter' || event.key === ' ') choose(active, true);
    else if (next === null) return;
    else {
      setWalkedTo(next);
      showRow(next);
      if (position !== undefined) onPeek(position);
    }
    event.preventDefault();
  }
  const rows = { viewHeight, rowCount, rowHeight: RAIL_ROW_HEIGHT };
  const { first, last } = rowsInView({ scrollTop, top: scrollTop }, rows, OVERSCAN);
  return (
    <div
      ref={box}
      role="listbox"
      data-list-path={formatJsonPointer(path)}
      aria-label={label}
      aria-activedescendant={active >= first && active < last ? `${id}-${active}` : undefined}
      tabIndex={0}
      onScroll={onScroll}
      onWheel={onTouch}
      onPointerDown={onTouch}
      onPointerMove={(event) => event.buttons > 0 && onTouch()}
      onKeyDown={press}
      onBlur={() => setWalkedTo(null)}
      onClick={(event) => choose(rowUnder(event.target), false)}
      className="group/rail h-full [contain:strict] overflow-x-hidden overflow-y-auto overscroll-contain outline-none [scrollbar-width:thin]"
      style={{ ['--rail-digits' as string]: `${String(Math.max(positions.at(-1) ?? 0, rowCount - 1)).length}ch` }}
    >
      <div role="presentation" className="relative" style={{ height: rowCount * RAIL_ROW_HEIGHT }}>
        {positions.slice(first, last).map((position, offset) => (
          <RailRow
            key={position}
            id={`${id}-${first + offset}`}
            item={items[position] ?? null}
            context={contextAt(position)}
            row={first + offset}
            count={rowCount}
            isSelected={position === selected}
            isActive={first + offset === active}
            isInView={inView !== null && position >= inView.first && position <= inView.last}
          />
        ))}
        {coming.slice(Math.max(0, first - positions.length), Math.max(0, last - positions.length)).map(({ item, position }, offset) => {
          const row = Math.max(first, positions.length) + offset;
          const isActive = row === active;
          return (
            <ComingRow
              key={`coming ${position}`}
              id={`${id}-${row}`}
              item={item}
              position={position}
              row={row}
              count={rowCount}
              isActive={isActive}
            />
          );
        })}
      </div>
    </div>
  );
}

function rowUnder(target: EventTarget): number {
  const option = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return Number(option?.dataset['row'] ?? -1);
}
