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
  readonly gap?: keyof typeof GAPS;
  /** The JSON Pointer of an entry that stands for a place in the document. */
  readonly dataPathOf?: (item: T, index: number) => string | undefined;
  readonly children: (item: T, index: number) => ReactNode;
};

const GAPS = { none: '', narrow: 'gap-2', wide: 'gap-3' } as const;

/** So many rows at a time keep the page quick, whatever the list holds. */
const STEP = 200;
/** No more than this come because all of it is looked through. */
const MOST_AT_ONCE = 1_000;

/** So many entries stand before one that is shown because it is looked for, when it is far down. */
const BEFORE = 10;

/** A list of any length: its first entries, and more of it with every press; all of it at once while that is few. */
export function LongList<T>({ items, label, noun, limit = 20, gap = 'none', dataPathOf, children }: LongListProps<T>) {
  const [{ from, to }, setShown] = useState({ from: 0, to: limit });
  useSought((sought) => {
    const position = sought.kind === 'everything' ? Math.min(items.length, MOST_AT_ONCE) - 1 : positionOfSought(items, sought);
    if (position < 0 || (position >= from && position < to)) return;
    if (position < MOST_AT_ONCE) setShown({ from: 0, to: Math.max(limit, position + 1) });
    else setShown({ from: position - BEFORE, to: position + BEFORE });
  });
  const hidden = Math.max(0, items.length - to);
  if (hidden > 0 || from > 0) markRest(items, from, to);
  return (
    <div className="min-w-0">
      {from > 0 ? (
        <Button size="small" className="mb-1" onClick={() => setShown({ from: 0, to: limit })}>
          {formatNumber(from)} {noun} before these
        </Button>
      ) : null}
      <ol aria-label={label} className={`grid min-w-0 grid-cols-[minmax(0,1fr)] ${GAPS[gap]}`}>
        {items.slice(from, to).map((item, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={from + index} data-path={dataPathOf?.(item, from + index)} className="min-w-0">
            {children(item, from + index)}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-1">
        {hidden > 0 ? (
          <Button size="small" className="mt-1" onClick={() => setShown({ from, to: hidden <= STEP ? items.length : to + STEP })}>
            {hidden <= STEP && from === 0
              ? `Show all ${formatNumber(items.length)} ${noun}`
              : `Show ${formatNumber(Math.min(hidden, STEP))} more of ${formatNumber(items.length)} ${noun}`}
          </Button>
        ) : null}
        {to > limit && from === 0 ? (
          <Button size="small" className="mt-1" onClick={() => setShown({ from: 0, to: limit })}>
            Show fewer
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Says of tracked entries which are drawn and which are behind the button, without touching those of a long list. */
function markRest(items: readonly unknown[], from: number, to: number): void {
  const isTracked = untracked(items) !== items;
  if (isTracked) {
    markView(items, 'folded');
    for (const item of items.slice(from, to)) markView(item, 'opened');
  } else for (const item of [...items.slice(0, from), ...items.slice(to)]) markView(item, 'folded');
}
