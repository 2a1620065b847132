import { useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Travel } from '#state/use-travel.ts';

type TrackProps = {
  /** From 1, in events; `total` is also the end. */
  readonly value: number;
  readonly total: number;
  /** What stands at `value`, for those who hear it. */
  readonly valueText: string;
  /** Events with which items begin, ascending. */
  readonly starts: readonly number[];
  readonly startCount: number;
  readonly travel: Pick<Travel, 'moveTo' | 'stepBy' | 'stepItem'>;
};

/** More marks than this cannot be told apart. */
const MOST_MARKS = 400;
/** So many pages a stream has for Page Up and Page Down. */
const PAGES = 20;

/** The slider: the whole stream from left to right, a mark for each item that begins. */
export function Track({ value, total, valueText, starts, startCount, travel }: TrackProps) {
  const track = useRef<HTMLDivElement>(null);
  const { moveSoon, moveNow } = useFrames(travel.moveTo);
  // The list is the same one while it grows.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const marks = useMemo(() => marksOf(starts, total), [starts, startCount, total]);

  /** The right edge is the end, not the event before it. */
  function eventAt(clientX: number): number | null {
    const { left, width } = track.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    const place = Math.round(((clientX - left) / width) * total);
    return place >= total ? null : Math.max(0, place - 1);
  }
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !pressKey(event.key, event.shiftKey)) return;
    event.preventDefault();
  }
  function pressKey(key: string, isByItem: boolean): boolean {
    const step = STEPS[key];
    const page = Math.max(1, Math.round(total / PAGES));
    if (step !== undefined) (isByItem ? travel.stepItem : travel.stepBy)(step);
    else if (key === 'PageUp') travel.moveTo(value - 1 + page);
    else if (key === 'PageDown') travel.moveTo(Math.max(0, value - 1 - page));
    else if (key === 'Home') travel.moveTo(0);
    else if (key === 'End') travel.moveTo(null);
    else return false;
    return true;
  }
  const share = `${(100 * value) / total}%`;
  return (
    <div
      ref={track}
      role="slider"
      aria-label="Event"
      aria-valuemin={1}
      aria-valuemax={total}
      aria-valuenow={value}
      aria-valuetext={valueText}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        moveNow(eventAt(event.clientX));
      }}
      onPointerMove={(event: PointerEvent<HTMLElement>) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) moveSoon(eventAt(event.clientX));
      }}
      className="group/track relative h-6 min-w-16 flex-1 cursor-ew-resize touch-none rounded focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-accent"
    >
      <div className="absolute inset-x-0 top-2.5 h-1 overflow-hidden rounded-full bg-inset">
        <div className="h-full bg-accent" style={{ width: share }} />
      </div>
      <svg
        aria-hidden
        viewBox={`0 0 ${total} 1`}
        preserveAspectRatio="none"
        className="absolute inset-x-0 top-4.5 h-1 w-full text-tertiary"
      >
        <path d={marks} stroke="currentColor" strokeWidth={1} vectorEffect="non-scaling-stroke" />
      </svg>
      <div
        className="absolute top-1 h-4 w-2.5 -translate-x-1/2 rounded-sm border border-line-strong bg-bg shadow-sm group-hover/track:border-accent group-active/track:bg-accent"
        style={{ left: share }}
      />
    </div>
  );
}

const STEPS: Readonly<Partial<Record<string, 1 | -1>>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** A path with a line for each place; those that would fall together are one. */
function marksOf(starts: readonly number[], total: number): string {
  const places = new Set(starts.map((start) => Math.floor((start / total) * MOST_MARKS)));
  return [...places].map((place) => `M${(place * total) / MOST_MARKS} 0v1`).join('');
}

/** A pointer reports more often than a page is drawn: `moveSoon` moves at most once per frame. */
function useFrames(move: (event: number | null) => void) {
  const waiting = useRef<{ frame: number | null; event: number | null }>({ frame: null, event: null });
  useEffect(() => {
    const { current } = waiting;
    return () => {
      if (current.frame !== null) cancelAnimationFrame(current.frame);
      current.frame = null;
    };
  }, []);
  return {
    moveNow: move,
    moveSoon: (event: number | null) => {
      waiting.current.event = event;
      waiting.current.frame ??= requestAnimationFrame(() => {
        waiting.current.frame = null;
        move(waiting.current.event);
      });
    },
  };
}
