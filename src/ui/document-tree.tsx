import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import type { AsSent } from '#base/json-as-sent.ts';
import { formatNumber } from '#base/format-number.ts';
import type { PathFormat } from '#base/json-path-text.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';
import type { JsonPath, JsonValue } from '#base/json.ts';
import { DocumentBar } from './document-bar.tsx';
import { copiedRow } from './document-copy.ts';
import { RowMarks, type FindInDocument } from './document-find.ts';
import { pathThrough, type OpenNode } from './document-node.ts';
import { MOST_OPENED } from './document-opening.ts';
import { DocumentTreeRow, ROW_HEIGHT } from './document-row.tsx';
import type { DocumentRow } from './document-rows.ts';
import { DocumentTreeState, type RowWish } from './document-tree-state.ts';
import { COLUMN_PROBE, useTextBoxSize, type TextBoxSize } from './use-columns.ts';
import { useRowWindow } from './use-row-window.ts';
import './document-tree.css';

/** Up to this many rows are all drawn. */
const FEW_ROWS = 600;
const OVERSCAN = 12;
/** Deeper rows carry no pointer: at 100,000 levels each is 200 kB long. */
const DEEPEST_POINTER = 2000;
const UNMEASURED_COLUMNS = 120;
/** Letters typed within this many milliseconds are one word. */
const TYPING_PAUSE = 700;

export type DocumentTreeProps = {
  readonly value: JsonValue;
  /** What the source text tells beyond the value, and that text; null until it is known. */
  readonly sent?: AsSent | null;
  readonly source?: string;
  /** What the tree shows, for screen readers: "Response body". */
  readonly label: string;
  /** What the root is called where paths are shown. */
  readonly rootName: string;
  /** Opens and closes to a level when its identity changes, also when it asks for the same again. */
  readonly opening?: { readonly levels: number } | null;
  /** A place to go to when its identity changes. */
  readonly reveal?: { readonly path: JsonPath } | null;
  readonly find?: FindInDocument | null;
  readonly pathFormat: PathFormat;
  readonly onPathFormat: (format: PathFormat) => void;
  /** Told which place was chosen last. */
  readonly onChosen?: (path: JsonPath) => void;
};

/**
 * A whole document of any size and depth as a tree: rows of one height, drawn only where they are seen unless they are few. Texts open into
 * their lines, numbers and keys are shown as they were sent, and a bar names the place. Fills its box and scrolls in itself.
 */
export function DocumentTree(props: DocumentTreeProps) {
  const { value, sent = null, source = '', label, rootName, opening = null, reveal = null, find = null, onChosen } = props;
  const box = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const [state] = useState(() => new DocumentTreeState({ value, sent, source }, UNMEASURED_COLUMNS));
  useSyncExternalStore(state.subscribe, state.version);
  const columns = columnsOf(useTextBoxSize(box, probe));
  const { rows, selected, wish } = state;
  const rowCount = rows.count;
  const view = useRowWindow({ box, rowCount, rowHeight: ROW_HEIGHT, overscan: OVERSCAN, allUpTo: FEW_ROWS, wish });
  const { first, last } = view;
  const marks = useMemo(() => (find === null ? null : new RowMarks(find)), [find]);
  const typed = useRef({ text: '', at: 0 });

  useLayoutEffect(() => state.setDocument({ value, sent, source }, columns), [state, value, sent, source, columns]);
  useLayoutEffect(() => state.openTo(opening), [state, opening]);
  useLayoutEffect(() => state.reveal(reveal), [state, reveal]);
  useLayoutEffect(() => state.revealFound(find?.current ?? null), [state, find]);

  const selectedIndex = rows.indexOf(selected);
  useFocusOnSelected(box, selectedIndex, wish);
  useMarkInView(box, find?.current ?? null);
  const isInView = state.isChosen && selectedIndex >= view.firstInView - 1 && selectedIndex <= view.firstInView + view.rowsPerView;
  const row = isInView ? rows.rowAt(selected) : null;
  const path = rows.pathOf(isInView ? selected : rows.placeAt(view.firstInView));

  function press(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || (event.shiftKey && event.key.length > 1)) return;
    if (state.press(event.key, view.rowsPerView)) typed.current = { text: '', at: 0 };
    else {
      if (event.key.length > 1 || '/?'.includes(event.key)) return;
      const { text, at } = typed.current;
      typed.current = { text: event.timeStamp - at < TYPING_PAUSE ? text + event.key : event.key, at: event.timeStamp };
      state.typeAhead(typed.current.text);
    }
    onChosen?.(rows.pathOf(state.selected));
    event.preventDefault();
    event.stopPropagation();
  }
  function choose(event: MouseEvent) {
    const index = indexOfRow(event.target);
    if (index === null || document.getSelection()?.isCollapsed === false) return;
    const place = rows.placeAt(index);
    state.select(place);
    onChosen?.(rows.pathOf(place));
    if (!(event.target instanceof Element) || event.target.closest('[data-toggle]') === null) return;
    if (event.altKey) state.toggleAll(place);
    else state.toggle(place);
  }
  /** The focus selects, as after a press of the right button. */
  function follow(event: FocusEvent) {
    const index = indexOfRow(event.target);
    if (index !== null && (index !== selectedIndex || !state.isChosen)) state.select(rows.placeAt(index), false);
  }
  function copy(event: ClipboardEvent) {
    if (document.getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', copiedRow(rows.rowAt(selected), rows.pathOf(selected)));
    event.preventDefault();
  }
  function go(to: JsonPath) {
    state.goTo(to);
    onChosen?.(to);
  }

  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col rounded-md border border-line">
      <DocumentBar
        path={path}
        row={row}
        index={selectedIndex}
        rootName={rootName}
        marks={marks}
        pathFormat={props.pathFormat}
        onPathFormat={props.onPathFormat}
        onGo={go}
      />
      {state.isCut ? (
        <p role="note" className="border-b border-line px-2 py-0.5 text-sm text-secondary">
          Opened {formatNumber(MOST_OPENED)} lists, objects and texts at most; the rest opens row by row.
        </p>
      ) : null}
      <div ref={box} onScroll={view.onScroll} className="relative min-h-0 flex-1 overflow-auto font-mono text-sm">
        <span ref={probe} aria-hidden className="invisible absolute top-0 left-0 block">
          {COLUMN_PROBE}
        </span>
        {/* Its rows are reached by keyboard: each has a role and takes the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events */}
        <div
          role="tree"
          aria-label={label}
          style={{ height: view.height }}
          onKeyDown={press}
          onClick={choose}
          onFocus={follow}
          onCopy={copy}
        >
          <div role="none" className="relative min-w-full" style={{ width: 'max-content', transform: `translateY(${view.offset}px)` }}>
            <Rows state={state} version={state.version()} first={first} last={last} selectedIndex={selectedIndex} marks={marks} />
          </div>
        </div>
      </div>
    </div>
  );
}

type RowsProps = {
  readonly state: DocumentTreeState;
  /** What is open changes inside `state`; this says that it did. */
  readonly version: number;
  readonly first: number;
  readonly last: number;
  readonly selectedIndex: number;
  readonly marks: RowMarks | null;
};

/** The rows in view, and the selected one wherever it is: the focus must not get lost by scrolling. */
function Rows({ state, version, first, last, selectedIndex, marks }: RowsProps) {
  return useMemo(() => {
    const { rows, isChosen } = state;
    const pointers = new Map<OpenNode, string>();
    const draw = (row: DocumentRow, index: number, aside: 'above' | 'below' | null) => (
      <DocumentTreeRow
        key={index}
        row={row}
        index={index}
        pointer={row.isOvertaken || row.depth > DEEPEST_POINTER ? undefined : pointerOf(row, pointers)}
        columns={rows.columns}
        isSelected={isChosen && index === selectedIndex}
        isReachable={index === selectedIndex}
        marks={marks}
        aside={aside}
      />
    );
    const selected = rows.rowAt(state.selected);
    return [
      ...(selectedIndex < first ? [draw(selected, selectedIndex, 'above')] : []),
      ...rows.rows(first, last).map((row, at) => draw(row, first + at, null)),
      ...(selectedIndex >= last ? [draw(selected, selectedIndex, 'below')] : []),
    ];
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `version` stands for what changed in `state`
  }, [state, version, first, last, selectedIndex, marks]);
}

/** The JSON Pointer of a row. Rows come in their order, so that the pointer of what is around one was mostly made just before. */
function pointerOf({ parent, step }: DocumentRow, pointers: Map<OpenNode, string>): string {
  if (parent === null) return '';
  const around = parent.parent === null ? undefined : pointers.get(parent.parent);
  const known =
    pointers.get(parent) ?? (around === undefined ? undefined : around + formatJsonPointer(parent.step === null ? [] : [parent.step]));
  const pointer = known ?? formatJsonPointer(pathThrough(parent.parent, parent.step));
  pointers.set(parent, pointer);
  return step === null ? pointer : pointer + formatJsonPointer([step]);
}

/** Keeps the focus on the selected row while it is in the tree, and brings it there when a wish says so. */
function useFocusOnSelected(box: RefObject<HTMLElement | null>, index: number, wish: RowWish | null): void {
  const granted = useRef<RowWish | null>(null);
  useLayoutEffect(() => {
    const isWished = wish !== granted.current && wish?.takesFocus === true;
    granted.current = wish;
    const focused = indexOfRow(document.activeElement);
    const isOnOther = focused !== null && focused !== index && box.current?.contains(document.activeElement) === true;
    if (isWished || isOnOther) box.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus({ preventScroll: true });
  });
}

/** Brings the characters of a match into view, once for each match: its row may be wider than the box. */
function useMarkInView(box: RefObject<HTMLElement | null>, current: FindInDocument['current']): void {
  const shown = useRef<FindInDocument['current']>(null);
  useLayoutEffect(() => {
    const mark = current === null || current === shown.current ? null : (box.current?.querySelector('mark[data-current]') ?? null);
    if (mark === null) return;
    shown.current = current;
    mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

function indexOfRow(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row === null ? null : Number(row.dataset['row']);
}

/** How many characters a row of a text may have, with room for the indents around it; in steps, so that not every pixel cuts all texts anew. */
function columnsOf(size: TextBoxSize | null): number {
  if (size === null) return UNMEASURED_COLUMNS;
  const fitting = Math.floor((size.width * 0.8 - 60) / size.columnWidth / 4) * 4;
  return Math.min(Math.max(fitting, 32), 160);
}
