import { useState, type ReactNode } from 'react';
import { formatNumber } from '#base/format-number.ts';
import { markView, untracked } from '#base/tracked-json.ts';
import { Button } from './button.tsx';
import { positionOfSought, useSought } from './sought.ts';

type LongListProps<T> = {
  readonly items: readonly T[];
  /** Names the list. */
  readonly label: string;
  /** What there are more of, in the plural: "sources". */
  readonly noun: string;
  /** How many stand there before the rest is asked for. */
  readonly limit?: number;
  readonly gap?: 'none' | 'wide';
  readonly children: (item: T, index: number) => ReactNode;
};

/** So many rows at a time keep the page quick, whatever the list holds. */
const STEP = 200;
/** No more than this come because all of it is looked through. */
const MOST_AT_ONCE = 1_000;

/** A list of any length: its first entries, and more of it with every press; all of it at once while that is few. */
export function LongList<T>({ items, label, noun, limit = 20, gap = 'none', children }: LongListProps<T>) {
  const [shownCount, setShownCount] = useState(limit);
  useSought((sought) => {
    const needed = sought.kind === 'everything' ? Math.min(items.length, MOST_AT_ONCE) : positionOfSought(items, sought) + 1;
    if (needed > shownCount) setShownCount(needed);
  });
  const hidden = Math.max(0, items.length - shownCount);
  if (hidden > 0) markRest(items, shownCount);
  return (
    <div className="min-w-0">
      <ol aria-label={label} className={`grid min-w-0 grid-cols-[minmax(0,1fr)] ${gap === 'wide' ? 'gap-3' : ''}`}>
        {items.slice(0, shownCount).map((item, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="min-w-0">
            {children(item, index)}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-1">
        {hidden > 0 ? (
          <Button size="small" className="mt-1" onClick={() => setShownCount(hidden <= STEP ? items.length : shownCount + STEP)}>
            {hidden <= STEP
              ? `Show all ${formatNumber(items.length)} ${noun}`
              : `Show ${STEP} more of ${formatNumber(items.length)} ${noun}`}
          </Button>
        ) : null}
        {shownCount > limit ? (
          <Button size="small" className="mt-1" onClick={() => setShownCount(limit)}>
            Show fewer
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Says of tracked entries which are drawn and which are behind the button, without touching those of a long list. */
function markRest(items: readonly unknown[], shownCount: number): void {
  const isTracked = untracked(items) !== items;
  if (isTracked) {
    markView(items, 'folded');
    for (const item of items.slice(0, shownCount)) markView(item, 'opened');
  } else for (const item of items.slice(shownCount)) markView(item, 'folded');
}
