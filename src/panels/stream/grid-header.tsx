import type { RefObject } from 'react';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { ColumnHandle } from '#ui/column-handle.tsx';
import { COLUMNS, WIDEST_COLUMN, type ColumnName, type ColumnWidths } from './event-columns.ts';

type GridHeaderProps = {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly widths: ColumnWidths;
  /** Told the widths while one is dragged. */
  readonly onResize: (widths: ColumnWidths) => void;
  readonly minWidth: number;
  /** The times are those of a replay. */
  readonly isReplay: boolean;
};

const NUMBERS: readonly ColumnName[] = ['arrival', 'size'];

/** The names of the columns, each with a handle to change its width. Moves sideways with the rows. */
export function GridHeader({ ref, widths, onResize, minWidth, isReplay }: GridHeaderProps) {
  function resize(name: ColumnName, width: number, isFinal: boolean) {
    if (isFinal) setPreference('eventColumns', { ...preferencesStore.get().eventColumns, [name]: width });
    else onResize({ ...widths, [name]: width });
  }
  return (
    <div ref={ref} className="shrink-0 overflow-hidden border-b border-line bg-raised text-sm text-secondary">
      <div role="row" className="grid h-6 items-center" style={{ gridTemplateColumns: 'var(--columns)', minWidth }}>
        {COLUMNS.map(({ name, title, usual, min }) => (
          <div
            key={name}
            role="columnheader"
            className={`relative flex h-full min-w-0 items-center px-2 ${NUMBERS.includes(name) ? 'justify-end' : ''}`}
          >
            {name === 'arrival' && isReplay ? (
              <span className="truncate text-warning" title="Timing not original: the response had ended, and its stream was replayed">
                replayed
              </span>
            ) : (
              <span className="truncate">{title}</span>
            )}
            <ColumnHandle
              label={`Width of ${name}`}
              width={widths[name]}
              min={min}
              max={WIDEST_COLUMN}
              usual={usual}
              onResize={(width, isFinal) => resize(name, width, isFinal)}
            />
          </div>
        ))}
        <div role="columnheader" className="flex h-full items-center px-2">
          preview
        </div>
      </div>
    </div>
  );
}
