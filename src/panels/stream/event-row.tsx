import { memo } from 'react';
import type { ItemFamily } from '#protocol/item-types.ts';
import type { Severity } from '#model/problems/problem.ts';
import { SeverityMark } from '#ui/severity-mark.tsx';

/** The height of every row, in pixels. */
export const ROW_HEIGHT = 24;

export type EventRowProps = {
  readonly id: string;
  /** The number of the event in order of arrival. */
  readonly event: number;
  /** From 1. */
  readonly rowIndex: number;
  /** Where it stands, in pixels from the top of all rows. */
  readonly top: number;
  readonly number: string;
  /** False for an event that is numbered by its arrival, among others that say their number. */
  readonly isNumbered: boolean;
  readonly arrival: string;
  readonly isLate: boolean;
  readonly type: string;
  readonly family: ItemFamily;
  readonly target: string;
  readonly size: string;
  readonly preview: string;
  /** The event could not be read. */
  readonly isBroken: boolean;
  /** What was noticed at it, in words; empty for most. */
  readonly notes: string;
  /** How bad it is, where a rule found something at it, and the titles of those rules. */
  readonly severity: Severity | null;
  readonly problems: string;
  /** Comments that came before it, in words; empty for most. */
  readonly comments: string;
  /** What begins with it: "reconnected", "live from here". */
  readonly beginning: string;
  readonly isBacklog: boolean;
  readonly isSelected: boolean;
};

/** One event. Memoised: while a stream runs the table is drawn with every frame, and an event never changes. */
export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { event, family, isSelected, isBacklog, isBroken, beginning } = props;
  const isResponseType = props.type.startsWith('response.');
  const ground = isSelected ? 'bg-selected' : isBacklog ? 'bg-raised hover:bg-inset' : 'hover:bg-raised';
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={isSelected}
      data-event={event}
      data-family={family}
      className={`absolute inset-x-0 grid items-center border-b contain-strict border-line/60 font-mono text-sm whitespace-nowrap ${ground}`}
      style={{ top: props.top, height: ROW_HEIGHT, gridTemplateColumns: 'var(--columns)' }}
    >
      <span role="gridcell" className="flex min-w-0 items-center px-2 text-secondary">
        <span className={props.isNumbered ? 'truncate' : 'truncate italic'}>{props.number}</span>
        <Marks {...props} />
      </span>
      <span role="gridcell" className={`truncate px-2 text-right ${props.isLate ? 'text-warning' : 'text-secondary'}`}>
        {props.arrival}
      </span>
      <span role="gridcell" title={props.type} className={`truncate px-2 ${isBroken ? 'text-error' : 'text-family'}`}>
        {/* Most types begin so: on a narrow screen what tells them apart comes first. */}
        {isResponseType ? <span className="max-sm:hidden">response.</span> : null}
        {isResponseType ? props.type.slice('response.'.length) : props.type}
      </span>
      <span role="gridcell" title={props.target} className="truncate px-2 text-secondary">
        {props.target}
      </span>
      <span role="gridcell" className="truncate px-2 text-right text-secondary">
        {props.size}
      </span>
      <span role="gridcell" className="truncate px-2 whitespace-pre">
        <bdi>{props.preview}</bdi>
      </span>
      {beginning === '' ? null : <Beginning words={beginning} />}
    </div>
  );
});

type MarksProps = Pick<EventRowProps, 'notes' | 'comments' | 'isBroken' | 'severity' | 'problems'>;

/** What a rule found says more than the note that was taken while the event came in. */
function Marks({ notes, comments, isBroken, severity, problems }: MarksProps) {
  return (
    <>
      {severity === null ? null : (
        <span className="ml-1.5 flex">
          <SeverityMark severity={severity} words={notes === '' ? problems : `${problems}. ${notes}`} />
        </span>
      )}
      {notes === '' || severity !== null ? null : (
        <span title={notes} className={`ml-1 font-semibold ${isBroken ? 'text-error' : 'text-warning'}`}>
          <span aria-hidden>!</span>
          <span className="sr-only">{notes}</span>
        </span>
      )}
      {comments === '' ? null : (
        <span title={comments} className="ml-1 text-system">
          <span aria-hidden>:</span>
          <span className="sr-only">{comments}</span>
        </span>
      )}
    </>
  );
}

/** A thin line above the row, with a word on it. */
function Beginning({ words }: { readonly words: string }) {
  return (
    <span role="note" className="pointer-events-none absolute inset-x-0 top-0 border-t border-accent">
      <span className="absolute top-0 right-2 rounded-b bg-accent px-1.5 font-sans text-xs leading-4 text-on-accent">{words}</span>
    </span>
  );
}
