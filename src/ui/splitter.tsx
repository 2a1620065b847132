import type { KeyboardEvent } from 'react';
import { useSeparatorDrag } from './use-separator-drag.ts';

type SplitterProps = {
  readonly label: string;
  /** Panes beside each other, or above each other. */
  readonly axis?: 'x' | 'y';
  /** Which pane has the size: the one before it, or the one behind it. */
  readonly sizes?: 'before' | 'behind';
  /** False for a pane that stays open: there is a way to close it already. */
  readonly canClose?: boolean;
  /** Width or height of the pane, in pixels; 0 while that is closed. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  /** Where a double click and Enter on a closed pane lead back to. */
  readonly usual: number;
  /** Called while the pointer moves, many times a second. */
  readonly onDrag: (size: number) => void;
  /** Called with the new size once it stands. */
  readonly onResize: (size: number) => void;
  /** The `id` of the pane. */
  readonly controls: string;
  readonly className?: string;
};

const STEP = 16;
/** The keys that make the pane before the line smaller and bigger, and how the line looks; its grip is wider than what is seen. */
const AXES = {
  x: {
    keys: ['ArrowLeft', 'ArrowRight'],
    orientation: 'vertical',
    look: 'w-px cursor-col-resize before:inset-y-0 before:-left-1 before:w-2.25',
  },
  y: {
    keys: ['ArrowUp', 'ArrowDown'],
    orientation: 'horizontal',
    look: 'h-px cursor-row-resize before:inset-x-0 before:-top-1 before:h-2.25',
  },
} as const;

/**
 * The line between two panes, as the ARIA practices have it: drag it, or move it with the arrows, Home and End. Enter closes the pane before
 * it and opens it again, as dragging it to the edge does, where the pane can be closed; a double click gives back the usual size.
 */
export function Splitter(props: SplitterProps) {
  const { label, axis = 'x', sizes = 'before', canClose = true, size, min, max, usual, onDrag, onResize, controls, className = '' } = props;
  const { keys, orientation, look } = AXES[axis];
  const outwards = sizes === 'before' ? 1 : -1;

  function press(event: KeyboardEvent) {
    const step = STEP * outwards;
    const next = { [keys[0]]: size - step, [keys[1]]: size + step, Home: min, End: max, Enter: size === 0 ? usual : 0 }[event.key];
    if (next === undefined || (next === 0 && !canClose) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onResize(next === 0 ? 0 : Math.min(max, Math.max(min, next)));
  }
  function sizeAt(moved: number): number {
    const wish = size + moved * outwards;
    return canClose && wish < min / 2 ? 0 : Math.min(max, Math.max(min, Math.round(wish)));
  }
  const pointerEvents = useSeparatorDrag({ axis, size, sizeAt, onDrag, onEnd: onResize });
  return (
    // A separator that can be moved is a widget: it has a value, takes the focus and is operated.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-orientation={orientation}
      aria-label={label}
      aria-controls={controls}
      aria-valuemin={canClose ? 0 : min}
      aria-valuemax={max}
      aria-valuenow={Math.min(size, max)}
      aria-valuetext={size === 0 ? 'closed' : `${Math.min(size, max)} pixels`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={press}
      {...pointerEvents}
      onDoubleClick={() => onResize(usual)}
      className={`group/splitter relative z-11 shrink-0 touch-none bg-line outline-none before:absolute before:content-[''] hover:bg-accent focus-visible:bg-accent focus-visible:outline-2 focus-visible:outline-accent active:bg-accent ${look} ${className}`}
    />
  );
}
