import { ScrollText } from 'lucide-react';
import { RAIL_ROW_HEIGHT } from './rail-row.tsx';

/** A row at the top of a rail for what is no item. */
export type RailHeadRow = {
  readonly title: string;
  readonly summary: string;
  /** How long it is: "245 B". */
  readonly measure: string;
  /** Brings it into view, and the focus to it. */
  readonly onChoose: () => void;
};

type RailHeadProps = RailHeadRow & {
  /** Called before, where choosing ends the rail's work. */
  readonly onChosen?: (() => void) | undefined;
};

/** Looks like a row of the rail and is a button of its own: it has no position among the items. */
export function RailHead({ title, summary, measure, onChoose, onChosen }: RailHeadProps) {
  function choose() {
    onChosen?.();
    onChoose();
  }
  return (
    <button
      type="button"
      onClick={choose}
      style={{ height: RAIL_ROW_HEIGHT }}
      className="flex w-full shrink-0 items-center gap-1.5 border-b border-line pr-2 pl-2.5 text-left text-sm -outline-offset-2 hover:bg-inset"
    >
      <ScrollText size={13} aria-hidden className="shrink-0 text-secondary" />
      <span className="min-w-0 flex-1 truncate text-secondary">
        <b className="font-semibold text-text">{title} </b>
        {summary}
      </span>
      <span className="shrink-0 text-xs text-tertiary">{measure}</span>
    </button>
  );
}
