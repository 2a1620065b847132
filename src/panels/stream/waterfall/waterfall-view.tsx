import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { formatCount } from '#base/format-number.ts';
import type { StreamRecording } from '#model/recording.ts';
import { eventItemsOf } from '#model/event-items.ts';
import { Splitter } from '#ui/splitter.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { useNow } from '#ui/use-now.ts';
import { AXIS_HEIGHT } from './draw-axis.ts';
import { READS_HEIGHT } from './draw-reads.ts';
import { LaneGrid, WIDEST_TABLE } from './lane-grid.tsx';
import { pressLaneKey } from './lane-keys.ts';
import { nameOfLane, type LaneSource } from './lane-words.ts';
import { LANE_HEIGHT, valueOf, type Measured } from './picture.ts';
import { Plot } from './plot.tsx';
import { eventsOfRange, stretchOfRange, type EventRange } from './range.ts';
import { useActiveLane } from './use-active-lane.ts';
import { bringIntoView, useLaneScroll } from './use-lane-scroll.ts';
import { useLanesWithEvents } from './use-lanes-with-events.ts';
import { useLanes } from './use-lanes.ts';
import { useSize } from './use-size.ts';
import { useCursorInView, useStretch } from './use-stretch.ts';
import { useTableWidth } from './use-table-width.ts';
import { WaterfallTools, type Shape } from './waterfall-tools.tsx';
import { pictureWords, timesNote } from './waterfall-words.ts';

const NARROW = '(width < 48rem)';
const USUAL_TABLE = 300;
const NARROWEST_TABLE = 64;
/** So often a pause that lasts grows, in milliseconds. */
const CLOCK_STEP = 500;

type WaterfallViewProps = {
  readonly recording: StreamRecording;
  readonly isLive: boolean;
  /** The event that is looked at. */
  readonly selected: number | null;
  /** The numbers that the filter is limited to; null for all. */
  readonly range: EventRange | null;
  readonly isOnlyItem: (name: string) => boolean;
  /** Where its switches go; null until that is there. */
  readonly toolSlot: Element | null;
  readonly onSelect: (event: number) => void;
  readonly onRange: (range: EventRange | null) => void;
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
  const scroll = useLaneScroll(box, rows.length, isLive);
  const { first, last } = scroll;

  const now = useArrivalClock(clock.startedAt, isLive);
  const view = useStretch({ now, lanes, length, isLive, hasTimes: hasArrivals, usual: clock.isOriginal ? 'time' : 'number' });
  const { stretch } = view;
  const measured: Measured = { lanes, scale: view };
  useCursorInView(selected, lanes, view);
  useLanesWithEvents(box, lanes, length, view);
  const active = useActiveLane(lanes, rows, selected);
  const range = eventsOfRange(recording, props.range);

  const { row: activeRow } = active;
  useLayoutEffect(() => {
    if (activeRow !== null && box.current !== null) bringIntoView(box.current, activeRow);
    // Once its lane is known, where that is then; that others come above it later moves nothing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selected, lanes, activeRow === null]);
  function activate(row: number) {
    active.activate(row);
    scroll.show(row);
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
      rowsPerView: scroll.lanesPerView,
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
      note={timesNote(recording)}
      hasTimes={hasArrivals}
      shape={isNarrow ? shape : null}
      onShape={setShape}
      hasRange={range !== null}
      onZoomToRange={() => {
        if (range !== null) view.show(stretchOfRange(measured, range));
      }}
      onClearRange={() => onRange(null)}
    />
  );
  const tableWidth = isTable ? boxSize.width : table.width;
  return (
    <div className="relative min-h-0 flex-1">
      {toolSlot === null ? null : createPortal(tools, toolSlot)}
      <div ref={box} onScroll={scroll.onScroll} className="h-full overflow-x-hidden overflow-y-auto" tabIndex={-1}>
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
              now={now}
              clock={clock}
              rows={rows}
              first={first}
              last={last}
              height={Math.max((last - first) * LANE_HEIGHT, boxSize.height - AXIS_HEIGHT - READS_HEIGHT)}
              active={activeRow}
              selected={selected}
              range={range}
              label={pictureWords(rows, length, source)}
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

/** The time it is while a stream runs, in milliseconds since the request: a pause is seen while it lasts. */
function useArrivalClock(startedAt: number | null, isLive: boolean): number | null {
  const runs = isLive && startedAt !== null;
  const now = useNow(runs ? CLOCK_STEP : null);
  return runs ? now - startedAt : null;
}
