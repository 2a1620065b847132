import { formatMeasured } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import type { ItemTime } from '#model/item-times.ts';

/** More rows than this are no help: then the longest ones are shown. */
const MOST_ROWS = 100;

type ItemDurationsProps = {
  readonly items: readonly ItemTime[];
  /** When the last event came: items that are not done have lasted until then. */
  readonly end: number;
  readonly hasEnded: boolean;
  readonly onSelect: (event: number) => void;
};

/** How long every item took, from `added` to `done`. */
export function ItemDurations({ items, end, hasEnded, onSelect }: ItemDurationsProps) {
  const rows = items.map((item) => ({ item, milliseconds: durationOf(item, end) }));
  const longest = Math.max(1, ...rows.map(({ milliseconds }) => milliseconds ?? 0));
  const shown = rows.length <= MOST_ROWS ? rows : longestOf(rows);
  return (
    <section aria-label="Duration of items" className="min-w-0">
      <h2 className="text-sm text-secondary">
        {shown.length === rows.length ? 'items, added to done' : `the longest ${MOST_ROWS} of ${formatNumber(rows.length)} items`}
      </h2>
      {rows.length === 0 ? <p className="text-sm text-tertiary">none yet</p> : null}
      <ol>
        {shown.map(({ item, milliseconds }, row) => (
          <li key={row} data-family={item.family}>
            <button
              type="button"
              onClick={() => onSelect((item.added ?? item.done)?.event ?? 0)}
              title={`Go to where it ${item.added === null ? 'ended' : 'began'}`}
              className="grid h-5.5 w-full grid-cols-[minmax(0,9rem)_minmax(2rem,1fr)_auto] items-center gap-2 text-left text-sm hover:bg-raised"
            >
              <span className="truncate font-mono text-family">{[item.key, item.type].filter((part) => part !== null).join(' ')}</span>
              <span aria-hidden className="h-2 rounded-sm bg-inset">
                <span
                  className={`block h-full min-w-0.5 rounded-sm bg-family ${item.done === null ? 'opacity-50' : ''}`}
                  style={{ width: `${(100 * (milliseconds ?? 0)) / longest}%` }}
                />
              </span>
              <span className="min-w-14 text-right tabular-nums">{wordsOf(item, milliseconds, hasEnded)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Row = { readonly item: ItemTime; readonly milliseconds: number | null };

function longestOf(rows: readonly Row[]): readonly Row[] {
  const longestFirst = rows.toSorted((first, second) => (second.milliseconds ?? 0) - (first.milliseconds ?? 0));
  const kept = new Set(longestFirst.slice(0, MOST_ROWS));
  return rows.filter((row) => kept.has(row));
}

function durationOf({ added, done }: ItemTime, end: number): number | null {
  return added === null ? null : (done?.arrival ?? end) - added.arrival;
}

function wordsOf({ done }: ItemTime, milliseconds: number | null, hasEnded: boolean): string {
  if (milliseconds === null) return 'began before';
  if (done === null && hasEnded) return 'never done';
  return `${formatMeasured(milliseconds)}${done === null ? ' …' : ''}`;
}
