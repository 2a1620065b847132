import { ListFilter } from 'lucide-react';
import { memo } from 'react';
import type { ItemFamily } from '#protocol/item-types.ts';
import type { LaneWords } from './lane-words.ts';
import { LANE_HEIGHT } from './picture.ts';

/** The columns of the lanes' table, in their order; the first takes what the others leave. */
export const LANE_COLUMNS = [
  { name: 'count', title: 'events', width: 62 },
  { name: 'characters', title: 'characters', width: 88 },
  { name: 'gap', title: 'longest gap', width: 92 },
  { name: 'first', title: 'first event', width: 84 },
  { name: 'last', title: 'last event', width: 84 },
] as const;
const LABEL_WIDTH = 150;

/** The columns of a table so wide: what does not fit is cut at the right. */
export function laneTemplate(width: number): string {
  const rest = LANE_COLUMNS.map((column) => `${column.width}px`).join(' ');
  return `minmax(${Math.min(LABEL_WIDTH, width)}px, 1fr) ${rest}`;
}

export function laneTableWidth(): number {
  return LANE_COLUMNS.reduce((sum, { width }) => sum + width, LABEL_WIDTH);
}

type LaneRowProps = LaneWords & {
  readonly id: string;
  /** From 1, without the header. */
  readonly row: number;
  readonly family: ItemFamily;
  readonly isActive: boolean;
  /** The table of events shows only this item. */
  readonly isOnly: boolean;
  readonly hasFilter: boolean;
};

/** A lane in words. Memoised: while a stream runs, most lanes stay as they are. */
export const LaneRow = memo(function LaneRow(props: LaneRowProps) {
  const { id, row, family, isActive, isOnly, hasFilter, position, title } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={row + 1}
      aria-selected={isActive}
      data-lane={row - 1}
      data-family={family}
      className={`group/lane absolute inset-x-0 grid items-center text-sm whitespace-nowrap ${isActive ? 'bg-selected' : 'hover:bg-raised'}`}
      style={{ top: (row - 1) * LANE_HEIGHT, height: LANE_HEIGHT, gridTemplateColumns: 'var(--columns)' }}
    >
      <span
        role="rowheader"
        className="relative flex min-w-0 items-center gap-1.5 pr-1 pl-2"
        title={position === '' ? title : `${position} ${title}`}
      >
        <span aria-hidden className="h-3 w-0.75 shrink-0 rounded-full bg-family" />
        {position === '' ? null : <span className="shrink-0 font-mono text-xs text-tertiary">{position}</span>}
        <bdi className="min-w-0 flex-1 truncate">{title}</bdi>
        {hasFilter ? (
          <button
            type="button"
            tabIndex={-1}
            data-only
            aria-pressed={isOnly}
            aria-label={`Only the events of ${position} ${title}`}
            title="Only its events in the table (Shift Enter)"
            className="absolute right-1 rounded bg-inset p-0.5 text-secondary opacity-0 group-hover/lane:opacity-100 hover:text-text focus-visible:opacity-100 aria-pressed:text-accent aria-pressed:opacity-100"
          >
            <ListFilter size={13} aria-hidden />
          </button>
        ) : null}
      </span>
      {LANE_COLUMNS.map(({ name }) => (
        <span key={name} role="gridcell" className="truncate px-2 text-right font-mono text-xs text-secondary">
          {props[name]}
        </span>
      ))}
    </div>
  );
});
