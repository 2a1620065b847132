import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { formatDuration } from '#base/format-duration.ts';
import { formatCount } from '#base/format-number.ts';
import { countBefore } from '#base/sorted.ts';
import type { Lanes } from '#model/lanes.ts';
import type { StreamRecording } from '#model/recording.ts';
import { eventItemsOf } from '#model/event-items.ts';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';
import { Splitter } from '#ui/splitter.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { useRowWindow } from '#ui/use-row-window.ts';
import { AXIS_HEIGHT } from './draw-axis.ts';
import { READS_HEIGHT } from './draw-reads.ts';
import { LaneGrid, WIDEST_TABLE } from './lane-grid.tsx';
import { pressLaneKey } from './lane-keys.ts';
import { nameOfLane, type LaneSource } from './lane-words.ts';
import { LANE_HEIGHT, valueOf, type Measured } from './picture.ts';
import { Plot, plotLabel } from './plot.tsx';
import { useActiveLane } from './use-active-lane.ts';
import { useLanes } from './use-lanes.ts';
import { useSize } from './use-size.ts';
import { useStretch } from './use-stretch.ts';
import { WaterfallTools, type Shape } from './waterfall-tools.tsx';

const NARROW = '(width < 48rem)';
const NARROW_TABLE = 104;
const USUAL_TABLE = 300;
const NARROWEST_TABLE = 64;
const OVERSCAN = 8;

export type WaterfallViewProps = {
  readonly recording: StreamRecording;
  readonly isLive: boolean;
  /** The event that is looked at. */
  readonly selected: number | null;
  /** The numbers that the filter is limited to; null for all. */
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly isOnlyItem: (name: string) => boolean;
  /** Where its switches go; null until that is there. */
  readonly toolSlot: Element | null;
  readonly onSelect: (event: number) => void;
  readonly onRange: (range: { readonly from: number; readonly to: number } | null) => void;
  readonly onOnlyItem: (name: string) => void;
};

/** A lane for each item, and in it a tick for each event; beside it the same as a table. */
export function WaterfallView(props: WaterfallViewProps) {
  const { recording, isLive, selected, toolSlot, onSelect, onRange } = props;
  const { log, clock, folded } = recording;
  const id = useId();
  const lanes = useLanes(log, recording.length);
  const length = Math.min(lanes.seen(), recording.length);
  const rows = lanes.list();
  const { response, items: states } = folded;
  const items = useMemo(() => eventItemsOf({ response, items: states }), [response, states]);
  const hasArrivals = clock.startedAt !== null;
  const source: LaneSource = { lanes, log, items, response: recording.response, hasArrivals };

  const isNarrow = useMediaQuery(NARROW);
  const [shape, setShape] = useState<Shape>('picture');
  const isTable = isNarrow && shape === 'table';
  const box = useRef<HTMLDivElement>(null);
  const boxSize = useSize(box);
  const table = useTableWidth(boxSize.width, isNarrow);
  const tail = useTail(box, isLive);
  // The axis above the lanes and the reads below them are as high as a lane each.
  const rowWindow = useRowWindow({
    box,
    rowCount: rows.length + 2,
    rowHeight: LANE_HEIGHT,
    overscan: OVERSCAN,
    followsEnd: tail.follows,
  });
  const first = Math.max(0, rowWindow.first - 1);
  const last = Math.min(rows.length, rowWindow.last - 1);

  const view = useStretch({ lanes, length, isLive, hasTimes: hasArrivals, usual: clock.isOriginal ? 'time' : 'number' });
  const { stretch } = view;
  const measured: Measured = { lanes, scale: view };
  useCursorInView(selected, measured, view);
  const active = useActiveLane(lanes, rows, selected);
  const range = eventsOfRange(recording, props.range);

  const { row: activeRow } = active;
  useLayoutEffect(() => {
    if (activeRow !== null) bringIntoView(box.current, activeRow);
    // Where the lane is when its event is chosen; that others come above it later moves nothing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selected, lanes]);
  function activate(row: number) {
    tail.stop();
    active.activate(row);
    bringIntoView(box.current, row);
  }
  function pick(row: number) {
    activate(row);
    const events = rows[row]?.events;
    if (events !== undefined && events.length() > 0) onSelect(events.at(0));
  }
  function press({ key, shiftKey }: KeyboardEvent): boolean {
    const at = selected === null ? null : valueOf(measured, selected);
    const isSeen = at !== null && at >= stretch.from && at <= stretch.to;
    return pressLaneKey(key, shiftKey, {
      rows,
      active: activeRow,
      selected,
      view,
      around: isSeen ? at : (stretch.from + stretch.to) / 2,
      rowsPerView: rowWindow.rowsPerView,
      onActivate: activate,
      onSelect,
      onOnlyItem: (lane) => {
        const name = nameOfLane(lane);
        if (name !== null) props.onOnlyItem(name);
      },
    });
  }
  const tools = (
    <WaterfallTools
      view={view}
      note={noteOn(recording)}
      hasTimes={hasArrivals}
      shape={isNarrow ? shape : null}
      onShape={setShape}
      hasRange={range !== null}
      onZoomToRange={() => {
        if (range !== null) view.show(stretchOf(measured, range));
      }}
      onClearRange={() => onRange(null)}
    />
  );
  const tableWidth = isTable ? boxSize.width : table.width;
  return (
    <div className="relative min-h-0 flex-1">
      {toolSlot === null ? null : createPortal(tools, toolSlot)}
      <div
        ref={box}
        onScroll={() => {
          rowWindow.onScroll();
          tail.onScroll();
        }}
        className="h-full overflow-x-hidden overflow-y-auto"
        tabIndex={-1}
      >
        <div className="flex min-h-full">
          <div className="relative z-3 flex shrink-0 flex-col bg-bg" style={{ width: tableWidth }}>
            <LaneGrid
              id={id}
              source={source}
              rows={rows}
              first={first}
              last={last}
              width={tableWidth}
              active={activeRow}
              isOnlyItem={props.isOnlyItem}
              onKey={press}
              onPick={pick}
              onOnlyItem={props.onOnlyItem}
            />
            <p
              className="sticky bottom-0 mt-auto truncate border-t border-line bg-bg px-2 text-xs text-secondary"
              style={{ height: READS_HEIGHT, lineHeight: `${READS_HEIGHT - 1}px` }}
            >
              {hasArrivals ? formatCount(lanes.readCount(), 'read') : ''}
            </p>
          </div>
          {isTable ? null : (
            <Plot
              source={source}
              length={length}
              view={view}
              clock={clock}
              rows={rows}
              first={first}
              last={last}
              height={Math.max((last - first) * LANE_HEIGHT, boxSize.height - AXIS_HEIGHT - READS_HEIGHT)}
              active={activeRow}
              selected={selected}
              range={range}
              label={plotLabel({ rows, length, longest: longestPause(lanes, hasArrivals), source })}
              scrolls={() => (box.current?.scrollHeight ?? 0) > (box.current?.clientHeight ?? 0)}
              onSelect={onSelect}
              onRange={onRange}
            />
          )}
        </div>
      </div>
      {isTable || isNarrow ? null : (
        <div className="absolute inset-y-0 z-12 flex" style={{ left: tableWidth }}>
          <Splitter
            label="Width of the table of lanes"
            canClose={false}
            size={tableWidth}
            min={NARROWEST_TABLE}
            max={WIDEST_TABLE}
            usual={USUAL_TABLE}
            onDrag={table.onDrag}
            onResize={table.onResize}
            controls={id}
          />
        </div>
      )}
    </div>
  );
}

/** While a stream runs its newest lanes are in view, until the reader scrolls up or walks to another. */
function useTail(box: RefObject<HTMLElement | null>, isLive: boolean) {
  const [isStopped, setStopped] = useState(false);
  const lastTop = useRef(0);
  return {
    follows: isLive && !isStopped,
    stop: () => setStopped(true),
    onScroll: () => {
      const element = box.current;
      if (element === null) return;
      const isUp = element.scrollTop < lastTop.current;
      const isAtEnd = element.scrollHeight - element.clientHeight - element.scrollTop < LANE_HEIGHT;
      lastTop.current = element.scrollTop;
      if (isUp && !isAtEnd) setStopped(true);
      else if (!isUp && isAtEnd) setStopped(false);
    },
  };
}

/** The reader's width of the table; never so wide that there is no picture. */
function useTableWidth(room: number, isNarrow: boolean) {
  const { lanesWidth } = useStore(preferencesStore);
  const [dragged, setDragged] = useState<number | null>(null);
  const most = room === 0 ? Infinity : room * 0.7;
  return {
    width: isNarrow ? NARROW_TABLE : Math.round(Math.min(dragged ?? lanesWidth, most)),
    onDrag: setDragged,
    onResize: (size: number) => {
      setDragged(null);
      setPreference('lanesWidth', size);
    },
  };
}

/** An event that is chosen elsewhere comes into what is looked at. */
function useCursorInView(selected: number | null, measured: Measured, view: ReturnType<typeof useStretch>) {
  const [shown, setShown] = useState(selected);
  if (shown === selected) return;
  setShown(selected);
  const at = selected === null || !view.isZoomed ? null : valueOf(measured, selected);
  if (at === null || (at >= view.stretch.from && at <= view.stretch.to)) return;
  view.pan(at - (view.stretch.from + view.stretch.to) / 2);
}

/** Rows end above the reads, and begin below the axis. */
function bringIntoView(box: HTMLElement | null, row: number) {
  if (box === null) return;
  const top = row * LANE_HEIGHT;
  const most = top;
  const least = top + LANE_HEIGHT + AXIS_HEIGHT + READS_HEIGHT - box.clientHeight;
  const next = Math.min(most, Math.max(least, box.scrollTop));
  if (next !== box.scrollTop) box.scrollTo({ top: next, behavior: 'instant' });
}

/** The events that the numbers of a filter mean; null where there are none. Numbers ascend, or nearly. */
function eventsOfRange({ log, length }: StreamRecording, range: { readonly from: number; readonly to: number } | null) {
  if (range === null) return null;
  const numberOf = (event: number) => log.at(event)?.sequenceNumber ?? event;
  const from = countBefore(length, (event) => numberOf(event) < range.from);
  const to = countBefore(length, (event) => numberOf(event) <= range.to) - 1;
  return from > to ? null : { from, to };
}

/** A range with a little room around it. */
function stretchOf(measured: Measured, { from, to }: { readonly from: number; readonly to: number }) {
  const [start, end] = [valueOf(measured, from), valueOf(measured, to) + (measured.scale.kind === 'number' ? 1 : 0)];
  const room = Math.max((end - start) * 0.02, measured.scale.kind === 'number' ? 0 : 1);
  return { from: start - room, to: end + room };
}

function longestPause(lanes: Lanes, hasArrivals: boolean): string | null {
  if (!hasArrivals || lanes.stalls().length === 0) return null;
  const pauses = lanes.stalls().map((event) => lanes.arrivalOf(event) - lanes.arrivalOf(event - 1));
  return formatDuration(pauses.reduce((longest, pause) => Math.max(longest, pause), 0));
}

/** What to know of the times, in a few words; empty where they are as they seem. */
function noteOn({ clock, length }: StreamRecording): string {
  if (length === 0) return '';
  if (clock.startedAt === null) return 'By number: when events arrived is not known';
  return clock.isOriginal ? '' : 'Replayed: times are not original';
}
