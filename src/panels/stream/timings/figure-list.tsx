import type { ReactNode } from 'react';
import type { Stall } from '#model/stall-finder.ts';
import { stallWords, type Figure } from '#model/timing-figures.ts';
import { Explained } from './explained.tsx';

type FigureListProps = {
  readonly figures: readonly Figure[];
  readonly stall: Stall | null;
  /** What readers call an event. */
  readonly numberOf: (event: number) => number;
  /** Shows how a figure was measured. */
  readonly onTell: (how: string) => void;
  readonly onSelect: (event: number) => void;
};

/** The figures, dense: pointing at one or moving to it tells how it was measured. */
export function FigureList({ figures, stall, numberOf, onTell, onSelect }: FigureListProps) {
  return (
    <div className="min-w-0">
      <ul aria-label="Figures" className="grid grid-flow-col grid-cols-2 grid-rows-7 gap-x-5">
        {figures.map((figure) => (
          <FigureRow key={figure.id} figure={figure} onTell={onTell}>
            {figure.event === null || figure.value === null ? null : (
              <EventButton number={numberOf(figure.event)} onPress={() => onSelect(figure.event ?? 0)} />
            )}
          </FigureRow>
        ))}
      </ul>
      <p className="min-h-5 truncate pt-0.5 text-sm text-secondary">
        {stall === null ? '' : `The longest stall ${stall.event === null ? 'lasts' : 'was'} ${stallWords(stall)}.`}
      </p>
    </div>
  );
}

type FigureRowProps = { readonly figure: Figure; readonly onTell: (how: string) => void; readonly children: ReactNode };

function FigureRow({ figure, onTell, children }: FigureRowProps) {
  const { label, value, note, how } = figure;
  return (
    <li className="flex h-6 min-w-0 items-center gap-1 border-b border-line/60">
      <Explained name={label} how={how} onTell={onTell} className="flex h-full flex-1 items-center gap-1">
        <span className="min-w-0 flex-1 truncate text-sm text-secondary">{label}</span>{' '}
        <span className="shrink-0 font-medium tabular-nums">{value ?? '–'}</span>
        {note === '' ? null : <span className="min-w-0 truncate text-xs text-tertiary">{note}</span>}
      </Explained>
      {children}
    </li>
  );
}

/** Goes to an event: "#301". */
function EventButton({ number, onPress }: { readonly number: number; readonly onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={`Go to event ${number}`}
      onClick={onPress}
      className="shrink-0 font-mono text-sm text-accent underline underline-offset-2"
    >
      #{number}
    </button>
  );
}
