import { useMemo, useRef, useState } from 'react';
import { createStore } from '#base/store.ts';
import type { Lane } from '#model/lane.ts';
import type { StreamClock } from '#model/recording.ts';
import { AXIS_HEIGHT, drawAxis } from './draw-axis.ts';
import { drawLanes } from './draw-lanes.ts';
import { drawReads, READS_HEIGHT } from './draw-reads.ts';
import { HoverCard, type Hovered } from './hover-card.tsx';
import { hoverWords } from './hover-words.ts';
import { numberWords, type LaneSource } from './lane-words.ts';
import { eventsBetween, LANE_HEIGHT, nearestInLane, xOfEvent, type Picture } from './picture.ts';
import { PlotMarks } from './plot-marks.tsx';
import type { EventRange } from './range.ts';
import { valueAt, type Stretch } from './scale.ts';
import { useCanvas } from './use-canvas.ts';
import { useColors } from './use-colors.ts';
import { usePlotPointer } from './use-plot-pointer.ts';
import { useSize } from './use-size.ts';
import type { View } from './use-stretch.ts';

/** A tick may be so far from the pointer to be meant, in pixels. */
const NEAR = 12;
const FONT = '11px ui-sans-serif, system-ui, sans-serif';

type PlotProps = {
  readonly source: LaneSource;
  /** How many events are drawn. */
  readonly length: number;
  readonly view: View;
  /** The time it is, on the clock of the arrivals, while a stream runs; else null. */
  readonly now: number | null;
  readonly clock: StreamClock;
  /** All lanes; those from `first` up to but without `last` are drawn, on a canvas `height` pixels high. */
  readonly rows: readonly Lane[];
  readonly first: number;
  readonly last: number;
  readonly height: number;
  readonly active: number | null;
  readonly selected: number | null;
  readonly range: EventRange | null;
  /** What it shows, as a sentence. */
  readonly label: string;
  /** Whether there are more lanes than fit. */
  readonly scrolls: () => boolean;
  readonly onSelect: (event: number) => void;
  readonly onRange: (range: EventRange | null) => void;
};

/** The picture of the lanes: axis above, reads below, and what the pointer does on it. */
export function Plot(props: PlotProps) {
  const { source, length, view, now, rows, first, last, height, active } = props;
  const { lanes, log } = source;
  const { kind, stretch } = view;
  const plot = useRef<HTMLDivElement>(null);
  const { width } = useSize(plot);
  const colors = useColors();
  const picture = useMemo<Picture>(
    () => ({ lanes, length, colors, now, scale: { kind, from: stretch.from, to: stretch.to, width } }),
    [lanes, length, colors, now, kind, stretch.from, stretch.to, width],
  );
  const { scale } = picture;
  const [marked, setMarked] = useState<Stretch | null>(null);
  const [hovered] = useState(() => createStore<Hovered | null>(null));
  const lanesTop = AXIS_HEIGHT + first * LANE_HEIGHT;

  const lanesCanvas = useCanvas(
    useMemo(
      () => ({
        width,
        height,
        top: lanesTop,
        draw: (context) =>
          drawLanes(context, { ...picture, rows: rows.slice(first, last), height, heartbeats: log.heartbeats(), font: FONT }),
      }),
      [width, height, lanesTop, picture, rows, first, last, log],
    ),
  );
  const axisCanvas = useCanvas(
    useMemo(() => {
      const numberOf = (event: number) => (log.at(event) === undefined ? '' : `#${numberWords(log, event)}`);
      return { width, height: AXIS_HEIGHT, draw: (context) => drawAxis(context, { scale, colors, font: FONT, numberOf }) };
    }, [width, scale, colors, log]),
  );
  const readsCanvas = useCanvas(
    useMemo(
      () => ({ width, height: READS_HEIGHT, draw: (context: CanvasRenderingContext2D) => drawReads(context, { ...picture, font: FONT }) }),
      [width, picture],
    ),
  );

  /** The lane at a height, where there is one, with its row. */
  function laneAt(y: number) {
    const row = Math.floor((y - AXIS_HEIGHT) / LANE_HEIGHT);
    return { row, lane: rows[row] };
  }
  /** The event that is meant: in the lane under the pointer, or whichever is nearest. */
  function eventAt(x: number, y: number): number | null {
    const { lane } = laneAt(y);
    const near = lane === undefined ? null : nearestInLane(picture, lane, x);
    if (near !== null && near.distance <= NEAR) return near.event;
    const all = rows.flatMap((each) => nearestInLane(picture, each, x) ?? []);
    return all.reduce((best, each) => (best === undefined || each.distance < best.distance ? each : best), all[0])?.event ?? null;
  }
  const fitFactor = (picture.scale.to - picture.scale.from) / Math.max(1, width);
  usePlotPointer(plot, {
    onHover: (place) => {
      const { row, lane } = laneAt(place?.y ?? -1);
      const near = place === null || lane === undefined ? null : nearestInLane(picture, lane, place.x);
      if (place === null || near === null || near.distance > NEAR) return hovered.set(null);
      return hovered.set({
        event: near.event,
        clientX: place.clientX,
        clientY: place.clientY,
        x: xOfEvent(picture, near.event),
        top: AXIS_HEIGHT + row * LANE_HEIGHT,
      });
    },
    onClick: (x, y) => {
      const event = eventAt(x, y);
      if (event !== null) props.onSelect(event);
    },
    onMark: setMarked,
    onMarked: (from, to) => {
      setMarked(null);
      const events = eventsBetween(picture, from, to);
      if (events !== null) props.onRange(events);
    },
    onZoom: (factor, x) => view.zoom(factor, valueAt(scale, x)),
    onPan: (pixels) => view.pan(pixels * fitFactor),
    turnsSideways: () => view.isZoomed && !props.scrolls(),
  });
  return (
    <div
      ref={plot}
      role="img"
      aria-label={props.label}
      data-scale={scale.kind}
      className="relative flex min-h-full min-w-0 flex-1 touch-pan-y flex-col overflow-x-clip select-none"
    >
      {active === null ? null : (
        <div className="absolute inset-x-0 bg-selected/60" style={{ top: AXIS_HEIGHT + active * LANE_HEIGHT, height: LANE_HEIGHT }} />
      )}
      <div className="sticky top-0 z-2 w-full shrink-0 border-b border-line bg-raised" style={{ height: AXIS_HEIGHT }}>
        <canvas ref={axisCanvas} aria-hidden className="block" />
      </div>
      <canvas ref={lanesCanvas} aria-hidden data-lanes className="absolute left-0" />
      <div className="flex-1" style={{ minHeight: rows.length * LANE_HEIGHT }} />
      <div className="sticky bottom-0 z-2 w-full shrink-0 bg-bg" style={{ height: READS_HEIGHT }}>
        <canvas ref={readsCanvas} aria-hidden className="block" />
      </div>
      <PlotMarks picture={picture} clock={props.clock} selected={props.selected} range={props.range} marked={marked} />
      <HoverCard hovered={hovered} wordsFor={(event) => hoverWords(event, source, picture.length)} rowHeight={LANE_HEIGHT} />
    </div>
  );
}
