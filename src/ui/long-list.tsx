import { useState, type ReactNode } from 'react';
import { formatNumber } from '#base/format-number.ts';
import { Button } from './button.tsx';

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

/** A list of any length: its first entries, and the rest one click away. */
export function LongList<T>({ items, label, noun, limit = 20, gap = 'none', children }: LongListProps<T>) {
  const [showsAll, setShowsAll] = useState(false);
  const isLong = items.length > limit;
  const shown = isLong && !showsAll ? items.slice(0, limit) : items;
  return (
    <div className="min-w-0">
      <ol aria-label={label} className={`grid min-w-0 grid-cols-[minmax(0,1fr)] ${gap === 'wide' ? 'gap-3' : ''}`}>
        {shown.map((item, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="min-w-0">
            {children(item, index)}
          </li>
        ))}
      </ol>
      {isLong ? (
        <Button size="small" className="mt-1" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show all ${formatNumber(items.length)} ${noun}`}
        </Button>
      ) : null}
    </div>
  );
}
