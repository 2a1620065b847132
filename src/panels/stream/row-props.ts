import { formatBytes } from '#base/format-bytes.ts';
import type { StreamNotice } from '#model/fold-state.ts';
import { familyOfStreamEvent, type EventItem, type EventItems } from '#model/event-items.ts';
import type { EventLog } from '#model/event-log.ts';
import type { Occurrence, ProblemsInView } from '#model/problems/problems-in-view.ts';
import type { StreamClock } from '#model/recording.ts';
import { joinFacts } from '#items/summary-text.ts';
import { arrivalText, gapBefore, LONG_GAP, type EventTimes } from './arrival-words.ts';
import type { EventFacts } from './event-facts.ts';
import { commentsBefore, commentsText, notesOn } from './event-marks.ts';
import type { EventRowProps } from './event-row.tsx';

/** What rows are made from; the same for all rows of a table. */
export type RowSource = {
  readonly log: EventLog;
  readonly factsOf: (event: number) => EventFacts;
  readonly items: EventItems;
  readonly notices: ReadonlyMap<number, readonly StreamNotice[]>;
  readonly clock: StreamClock;
  /** How many events there are. */
  readonly length: number;
  /** True when events say their own numbers. */
  readonly isNumbered: boolean;
  readonly times: EventTimes;
  readonly problems: ProblemsInView;
};

/** What the row of an event says; undefined where there is no such event. */
export function rowProps(event: number, source: RowSource): Omit<EventRowProps, 'id' | 'rowIndex' | 'top' | 'isSelected'> | undefined {
  const { log, clock, times } = source;
  const row = log.at(event);
  if (row === undefined) return undefined;
  const before = event === 0 ? undefined : log.at(event - 1);
  const facts = source.factsOf(event);
  const item = itemOf(event, source);
  const comments = commentsBefore(log, event);
  return {
    event,
    number: String(row.sequenceNumber ?? event),
    isNumbered: row.sequenceNumber !== null || !source.isNumbered,
    arrival: arrivalText(times, row, before, clock.startedAt),
    isLate: times === 'previous' && (gapBefore(row, before, clock.startedAt) ?? 0) >= LONG_GAP,
    type: row.type,
    family: familyOfStreamEvent(row.type, facts.itemType ?? item?.type),
    target: targetText(row.outputIndex, facts, item),
    size: formatBytes(row.length),
    preview: facts.preview,
    isBroken: facts.problem !== null,
    notes: notesOn(event, log, source.notices.get(event) ?? [], facts.problem).join(' '),
    ...problemsOf(source.problems.atEvent(event)),
    comments: comments.length === 0 ? '' : commentsText(comments),
    beginning: beginningOf(event, source),
    isBacklog: hasBacklog(source) && event < clock.backlog,
  };
}

/** "Sequence numbers skipped, Deltas and done text differ". Notes are no problem that a row is marked for. */
function problemsOf(occurrences: readonly Occurrence[]): Pick<EventRowProps, 'severity' | 'problems'> {
  const serious = occurrences.filter(({ problem }) => problem.rule.severity !== 'info');
  const titles = new Set(serious.map(({ problem }) => problem.rule.title));
  return { severity: serious[0]?.problem.rule.severity ?? null, problems: [...titles].join(', ') };
}

/** The item that an event is about, as far as it is known. */
export function itemOf(event: number, { log, factsOf, items }: Pick<RowSource, 'log' | 'factsOf' | 'items'>): EventItem | undefined {
  const row = log.at(event);
  return row === undefined ? undefined : (items.byIndex(row.outputIndex) ?? items.byId(factsOf(event).itemId));
}

/** "3 message · part 0". */
export function targetText(outputIndex: number | null, facts: EventFacts, item: EventItem | undefined): string {
  const type = facts.itemType ?? item?.type ?? '';
  const index = outputIndex ?? item?.position ?? null;
  const whole = index === null ? (facts.itemId ?? '') : `${index}${type === '' ? '' : ` ${type}`}`;
  return joinFacts(whole, facts.part);
}

function beginningOf(event: number, { log, clock, length }: RowSource): string {
  const row = log.at(event);
  if (row === undefined || event === 0) return '';
  if (log.at(event - 1)?.connection !== row.connection) return 'reconnected';
  return event === clock.backlog && hasBacklog({ clock, length }) ? 'live from here' : '';
}

/** True when some events were there before we connected and others came after. */
function hasBacklog({ clock, length }: Pick<RowSource, 'clock' | 'length'>): boolean {
  return clock.startedAt !== null && clock.backlog > 0 && clock.backlog < length;
}
