import type { KeyboardEvent } from 'react';
import { useSeparatorDrag } from './use-separator-drag.ts';

type ColumnHandleProps = {
  /** "Width of type". */
  readonly label: string;
  /** In pixels. */
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** What a double click gives back. */
  readonly usual: number;
  /** Called while the pointer moves, and once more with the width that stays. */
  readonly onResize: (width: number, isFinal: boolean) => void;
};

const STEP = 8;

/** The line at the right of a column's header: drag it, or move it with the arrows, Home and End; a double click gives back the usual width. */
export function ColumnHandle({ label, width, min, max, usual, onResize }: ColumnHandleProps) {
  const clamp = (wish: number) => Math.min(max, Math.max(min, Math.round(wish)));

  function press(event: KeyboardEvent) {
    const next = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: min, End: max }[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onResize(clamp(next), true);
  }
  const pointerEvents = useSeparatorDrag({
    size: width,
    sizeAt: (moved) => clamp(width + moved),
    onDrag: (next) => onResize(next, false),
    onEnd: (next) => onResize(next, true),
  });
  return (
    // A separator that can be moved is a widget: it has a value, takes the focus and is operated.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={width}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={press}
      {...pointerEvents}
      onDoubleClick={() => onResize(usual, true)}
      className="absolute inset-y-0 -right-1 z-1 w-2.25 cursor-col-resize touch-none outline-none before:absolute before:inset-y-1 before:left-1 before:w-px before:bg-line before:content-[''] hover:before:bg-accent focus-visible:before:inset-y-0 focus-visible:before:w-0.5 focus-visible:before:bg-accent active:before:bg-accent"
    />
  );
}
