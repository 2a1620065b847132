import { useRef, useState, type RefObject } from 'react';
import { useRowWindow } from '#ui/use-row-window.ts';
import { AXIS_HEIGHT } from './draw-axis.ts';
import { READS_HEIGHT } from './draw-reads.ts';
import { LANE_HEIGHT } from './picture.ts';

const OVERSCAN = 8;

/**
 * Which lanes are to be drawn, and how they are scrolled. While a stream runs its newest lanes are in view, until the reader scrolls up or
 * walks to another.
 */
export function useLaneScroll(box: RefObject<HTMLDivElement | null>, laneCount: number, isLive: boolean) {
  const [isStopped, setStopped] = useState(false);
  const lastTop = useRef(0);
  // The axis above the lanes and the reads below them are as high as a lane each.
  const { first, last, rowsPerView, onScroll } = useRowWindow({
    box,
    rowCount: laneCount + 2,
    rowHeight: LANE_HEIGHT,
    overscan: OVERSCAN,
    followsEnd: isLive && !isStopped,
  });

  function follow({ scrollTop, scrollHeight, clientHeight }: HTMLElement) {
    const isUp = scrollTop < lastTop.current;
    const isAtEnd = scrollHeight - clientHeight - scrollTop < LANE_HEIGHT;
    lastTop.current = scrollTop;
    if (isUp && !isAtEnd) setStopped(true);
    else if (!isUp && isAtEnd) setStopped(false);
  }
  return {
    /** Lanes `first` up to but without `last` are to be drawn. */
    first: Math.max(0, first - 1),
    last: Math.min(laneCount, last - 1),
    /** How many fit. */
    lanesPerView: Math.max(1, rowsPerView - 2),
    onScroll: () => {
      onScroll();
      if (box.current !== null) follow(box.current);
    },
    /** Brings a lane into view with the least scrolling; it stays there. */
    show: (row: number) => {
      setStopped(true);
      if (box.current !== null) bringIntoView(box.current, row);
    },
  };
}

/** Lanes begin below the axis and end above the reads, which stay where they are. */
export function bringIntoView(box: HTMLElement, row: number): void {
  const top = row * LANE_HEIGHT;
  const least = top + LANE_HEIGHT + AXIS_HEIGHT + READS_HEIGHT - box.clientHeight;
  const next = Math.min(top, Math.max(least, box.scrollTop));
  if (next !== box.scrollTop) box.scrollTo({ top: next, behavior: 'instant' });
}
