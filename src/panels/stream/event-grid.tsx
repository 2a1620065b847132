import {
  useId,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { preferencesStore } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { useRowWindow } from '#ui/use-row-window.ts';
import { columnWidths, gridOf, type ColumnWidths } from './event-columns.ts';
import { EventRow, ROW_HEIGHT } from './event-row.tsx';
import { GridHeader } from './grid-header.tsx';
import { rowProps, type RowSource } from './row-props.ts';
import type { EventWish } from './use-chosen-event.ts';
import type { EventRows } from './use-event-rows.ts';

const OVERSCAN = 6;
const NARROW = '(width < 40rem)';

export type EventGridProps = {
  readonly rows: EventRows;
  readonly source: RowSource;
  readonly selected: number | null;
  /** An event to bring into view, once for each object. */
  readonly wish: EventWish | null;
  /** Stays at the last event while more come. */
  readonly follows: boolean;
  /** More events may come. */
  readonly isLive: boolean;
  readonly onFollows: (follows: boolean) => void;
  readonly onSelect: (event: number, isOpening: boolean) => void;
  /** Esc: what is open closes. False when nothing was. */
  readonly onClose: () => boolean;
  readonly onMenu: (event: number, x: number, y: number, isByKey: boolean) => void;
  readonly copyText: (event: number) => string;
  /** Stands in place of the rows when there are none. */
  readonly children: ReactNode;
};

/** The events as rows of one height, drawn only where they are seen. One stop for the tab key; the rows are walked by arrows. */
export function EventGrid(props: EventGridProps) {
  const { rows, source, selected, wish, follows, isLive, onFollows, onSelect } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const header = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  const left = useRef(0);
  const { widths, onResize } = useColumnWidths();
  const { template, minWidth } = gridOf(widths);
  const rowWish = useMemo(() => {
    const row = wish === null ? null : rows.rowOf(wish.event);
    return wish === null || row === null ? null : { index: row, block: wish.block };
    // Where the row is when it is wished for; that rows come later is no new wish.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wish]);
  const view = useRowWindow({
    box,
    rowCount: rows.count,
    rowHeight: ROW_HEIGHT,
    overscan: OVERSCAN,
    wish: rowWish,
    followsEnd: follows,
  });
  const isDrawn = selected !== null && isBetween(rows.rowOf(selected), view.first, view.last);

  function scroll() {
    view.onScroll();
    const element = box.current;
    if (element === null) return;
    // Writing it where nothing changes would have the page laid out once more.
    if (header.current !== null && left.current !== element.scrollLeft) header.current.scrollLeft = element.scrollLeft;
    left.current = element.scrollLeft;
    const isAtEnd = view.height - element.clientHeight - element.scrollTop < ROW_HEIGHT;
    const isUp = element.scrollTop < lastTop.current;
    lastTop.current = element.scrollTop;
    if (follows && isUp && !isAtEnd) onFollows(false);
    else if (!follows && isAtEnd && !isUp && isLive) onFollows(true);
  }
  function select(event: number, isOpening: boolean) {
    view.hold();
    onSelect(event, isOpening);
  }
  function press(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!pressKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  function pressKey(key: string): boolean {
    if (key === 'Escape') return props.onClose();
    if (key === 'Enter') {
      if (selected !== null) select(selected, true);
      return selected !== null;
    }
    const row = rowAfter(key, rows, selected, view);
    const event = row === null ? undefined : rows.eventAt(row);
    if (event === undefined) return false;
    select(event, false);
    return true;
  }
  function openMenu(event: MouseEvent) {
    const at = eventOf(event.target) ?? selected;
    if (at === null || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    const isByKey = eventOf(event.target) === null;
    const row = isByKey ? document.getElementById(`${id}-${at}`)?.getBoundingClientRect() : undefined;
    select(at, false);
    props.onMenu(at, row === undefined ? event.clientX : row.left + 8, row?.bottom ?? event.clientY, isByKey);
  }
  function copy(event: ClipboardEvent) {
    if (selected === null || document.getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', props.copyText(selected));
    event.preventDefault();
  }

  return (
    <div
      role="grid"
      aria-label="Events"
      aria-rowcount={rows.count}
      aria-activedescendant={isDrawn ? `${id}-${selected}` : undefined}
      tabIndex={0}
      onKeyDown={press}
      onContextMenu={openMenu}
      onCopy={copy}
      className="group/grid flex min-h-0 min-w-0 flex-1 flex-col focus-visible:outline-offset-[-2px]"
      style={styleOf(template)}
    >
      <GridHeader
        ref={header}
        widths={widths}
        onResize={onResize}
        minWidth={minWidth}
        isReplay={source.clock.startedAt !== null && !source.clock.isOriginal}
      />
      <div
        ref={box}
        role="rowgroup"
        tabIndex={-1}
        onScroll={scroll}
        className="relative min-h-0 flex-1 overflow-auto overscroll-contain outline-none"
      >
        {rows.count === 0 ? props.children : null}
        {/* Rows are reached by the keys of the grid. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div
          role="presentation"
          className="relative"
          style={{ height: view.height, minWidth }}
          onClick={({ target }) => {
            const event = eventOf(target);
            if (event !== null && document.getSelection()?.isCollapsed !== false) select(event, true);
          }}
        >
          {Array.from({ length: view.last - view.first }, (_, at) => {
            const event = rows.eventAt(view.first + at);
            const row = event === undefined ? undefined : rowProps(event, source);
            if (event === undefined || row === undefined) return null;
            return (
              <EventRow
                key={event}
                id={`${id}-${event}`}
                rowIndex={view.first + at + 1}
                // Where a row stands does not change while the table is scrolled, so that it is laid out and painted once.
                top={view.offset + at * ROW_HEIGHT}
                isSelected={event === selected}
                {...row}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The reader's widths; while one is dragged, they live here. */
function useColumnWidths(): { readonly widths: ColumnWidths; readonly onResize: (widths: ColumnWidths) => void } {
  const { eventColumns: kept } = useStore(preferencesStore);
  // Once what was dragged is kept, what is kept counts again.
  const [dragged, setDragged] = useState<{ readonly widths: ColumnWidths; readonly kept: typeof kept } | null>(null);
  const isNarrow = useMediaQuery(NARROW);
  const widths = dragged?.kept === kept ? dragged.widths : columnWidths(kept, isNarrow);
  return { widths, onResize: (next) => setDragged({ widths: next, kept }) };
}

function styleOf(template: string): CSSProperties {
  // A custom property, which React's type of styles does not know.
  return { '--columns': template } as CSSProperties;
}

/** The row that a key leads to from the selected event, shown or not, or from the rows in view; null for other keys. */
function rowAfter(
  key: string,
  rows: EventRows,
  selected: number | null,
  view: { readonly firstInView: number; readonly rowsPerView: number },
) {
  const last = rows.count - 1;
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: view.rowsPerView - 1, PageUp: 1 - view.rowsPerView }[key];
  if (last < 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (step === undefined) return null;
  if (selected === null) return view.firstInView;
  return Math.min(last, Math.max(0, rowBeside(rows, selected, step)));
}

/** The row so many steps away from an event; one that is not shown stands between two rows. */
export function rowBeside(rows: EventRows, event: number, step: number): number {
  const from = rows.rowOf(event) ?? rows.rowsBefore(event) - (step > 0 ? 1 : 0);
  return from + step;
}

function eventOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-event]') : null;
  return row === null ? null : Number(row.dataset['event']);
}

function isBetween(row: number | null, first: number, last: number): boolean {
  return row !== null && row >= first && row < last;
}
