import { createNumberList, createWholeNumberList } from '#base/number-list.ts';
import { familyOfStreamEvent } from './event-items.ts';
import { UNREADABLE_TYPE } from './event-indexer.ts';
import type { EventLog, LoggedEvent } from './event-log.ts';
import { createLaneFinder } from './lane-finder.ts';
import { endStatus, EVENT_KINDS, takeStatus, type EventKind, type Lane, type LaneDraft } from './lane.ts';
import { charactersOf } from './written-text.ts';

/** The events of a stream by the item they are about, read bit by bit as the log grows. Events go by their number in order of arrival. */
export type Lanes = {
  /** Reads further events, up to `length` of the log, for as long as `isLate` allows. True when it has read them all. */
  readonly extend: (length: number, isLate: () => boolean) => boolean;
  /** How many events were read. */
  readonly seen: () => number;
  /** The response itself, then its items in their order; the same objects as long as there are no more. */
  readonly list: () => readonly Lane[];
  readonly laneOf: (event: number) => Lane | undefined;
  /** In milliseconds of the log's clock. */
  readonly arrivalOf: (event: number) => number;
  readonly kindOf: (event: number) => EventKind;
  /** How many reads brought events, the first event of each of them, and the read that brought an event. */
  readonly readCount: () => number;
  readonly readStart: (read: number) => number;
  readonly readOf: (event: number) => number;
  /** The events before which nothing came for a second or longer, ascending. */
  readonly stalls: () => readonly number[];
  /** The first event of every connection but the first. */
  readonly breaks: () => readonly number[];
};

/** A pause that anybody who watches takes for a stall, in milliseconds. */
export const STALL = 1000;
const BETWEEN_LOOKS = 32;
const FAILURES = new Set(['error', 'response.error', 'response.failed', UNREADABLE_TYPE]);

export function createLanes(log: EventLog): Lanes {
  const finder = createLaneFinder(log);
  const arrivals = createNumberList();
  const laneKeys = createWholeNumberList();
  const kinds = createWholeNumberList(true);
  const reads = createWholeNumberList();
  const readStarts = createWholeNumberList();
  const stalls: number[] = [];
  const breaks: number[] = [];
  let list: readonly Lane[] = [];
  let seen = 0;
  let before: LoggedEvent | undefined;

  function take(row: LoggedEvent, event: number) {
    const lane = finder.laneFor(row, event);
    const kind = FAILURES.has(row.type) ? 'error' : familyOfStreamEvent(row.type, lane.itemType);
    if (row.read !== before?.read) readStarts.push(event);
    if (before !== undefined && row.connection !== before.connection) breaks.push(event);
    else if (before !== undefined && row.arrival - before.arrival >= STALL) stalls.push(event);
    addTo(lane, { row, event, kind, arrivals });
    arrivals.push(row.arrival);
    laneKeys.push(lane.key);
    kinds.push(EVENT_KINDS.indexOf(kind));
    reads.push(readStarts.length() - 1);
    lane.characters += charactersOf(log, event);
    before = row;
  }

  return {
    extend: (length, isLate) => {
      while (seen < length) {
        const row = log.at(seen);
        if (row === undefined) return true;
        take(row, seen);
        seen += 1;
        if (seen % BETWEEN_LOOKS === 0 && isLate()) return seen >= length;
      }
      return true;
    },
    seen: () => seen,
    list: () => {
      const now = finder.inOrder();
      if (now.length !== list.length) list = [...now];
      return list;
    },
    laneOf: (event) => (event < seen ? finder.byKey(laneKeys.at(event)) : undefined),
    arrivalOf: arrivals.at,
    kindOf: (event) => EVENT_KINDS[kinds.at(event)] ?? 'system',
    readCount: readStarts.length,
    readStart: readStarts.at,
    readOf: reads.at,
    stalls: () => stalls,
    breaks: () => breaks,
  };
}

type Taken = {
  readonly row: LoggedEvent;
  readonly event: number;
  readonly kind: EventKind;
  readonly arrivals: { readonly at: (event: number) => number };
};

function addTo(lane: LaneDraft, { row, event, kind, arrivals }: Taken) {
  const count = lane.events.length();
  if (count > 0) {
    const milliseconds = row.arrival - arrivals.at(lane.events.at(count - 1));
    if (lane.longestGap === null || milliseconds > lane.longestGap.milliseconds) lane.longestGap = { milliseconds, event };
  }
  lane.events.push(event);
  if (kind !== lane.family) lane.oddEvents.push(event);
  if (row.type === 'response.output_item.added') lane.added ??= event;
  if (row.type !== 'response.output_item.done') return takeStatus(lane, row.type, event);
  lane.done = event;
  endStatus(lane, event);
}
