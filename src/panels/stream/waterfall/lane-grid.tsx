import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import type { Lane } from '#model/lane.ts';
import { AXIS_HEIGHT } from './draw-axis.ts';
import { LANE_COLUMNS, LaneRow, laneTableWidth, laneTemplate } from './lane-row.tsx';
import { laneWords, nameOfLane, type LaneSource } from './lane-words.ts';
import { LANE_HEIGHT } from './picture.ts';

type LaneGridProps = {
  readonly id: string;
  readonly source: LaneSource;
  readonly rows: readonly Lane[];
  /** Rows `first` up to but without `last` are drawn. */
  readonly first: number;
  readonly last: number;
  /** In pixels. */
  readonly width: number;
  /** The row that keys act on; null while there is none. */
  readonly active: number | null;
  readonly isOnlyItem: (name: string) => boolean;
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onPick: (row: number) => void;
  readonly onOnlyItem: (name: string) => void;
};

/** The lanes as a table: what can be seen beside it can be read here. One stop for the tab key; the rows are walked by arrows. */
export function LaneGrid(props: LaneGridProps) {
  const { id, source, rows, first, last, width, active } = props;

  function press(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey || !props.onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  function click({ target }: MouseEvent) {
    if (!(target instanceof Element)) return;
    const row = Number(target.closest<HTMLElement>('[data-lane]')?.dataset['lane'] ?? NaN);
    const lane = rows[row];
    if (lane === undefined) return;
    const name = nameOfLane(lane);
    if (target.closest('[data-only]') !== null && name !== null) props.onOnlyItem(name);
    else props.onPick(row);
  }
  return (
    // Its rows are walked and picked with the keys of the grid.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="grid"
      aria-label="Lanes"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={active !== null && active >= first && active < last ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={press}
      onClick={click}
      className="relative flex-1 overflow-x-clip focus-visible:outline-offset-[-2px]"
      style={styleOf(width)}
    >
      <div
        role="rowgroup"
        className="sticky top-0 z-1 border-b border-line bg-raised text-sm text-secondary"
        style={{ height: AXIS_HEIGHT }}
      >
        <div role="row" aria-rowindex={1} className="grid h-full items-center" style={{ gridTemplateColumns: 'var(--columns)' }}>
          <span role="columnheader" className="truncate px-2">
            item
          </span>
          {LANE_COLUMNS.map(({ name, title }) => (
            <span key={name} role="columnheader" className="truncate px-2 text-right">
              {title}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="relative" style={{ height: rows.length * LANE_HEIGHT }}>
        {rows.slice(first, last).map((lane, index) => {
          const name = nameOfLane(lane);
          return (
            <LaneRow
              key={lane.key}
              id={`${id}-${first + index}`}
              row={first + index + 1}
              family={lane.family}
              isActive={first + index === active}
              isOnly={name !== null && props.isOnlyItem(name)}
              hasFilter={name !== null}
              {...laneWords(lane, source)}
            />
          );
        })}
      </div>
    </div>
  );
}

function styleOf(width: number): CSSProperties {
  // A custom property, which React's type of styles does not know.
  return { '--columns': laneTemplate(width) } as CSSProperties;
}

/** As wide as the table can usefully be. */
export const WIDEST_TABLE = laneTableWidth() + 120;
