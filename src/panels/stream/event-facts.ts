import { objectOf, stringOf } from '#base/json.ts';
import type { EventLog } from '#model/event-log.ts';
import { lineOfText, partOf, previewOf } from './event-preview.ts';

/** What the row of an event says beyond the index of the log. */
export type EventFacts = {
  readonly itemId: string | null;
  /** Of the item that the event itself carries. */
  readonly itemType: string | null;
  readonly part: string;
  readonly preview: string;
  /** Why the event could not be read; null when it could. */
  readonly problem: string | null;
};

/** Bigger events are not parsed for a line: a response of 25 MB takes longer than a frame. In bytes. */
const MOST_PARSED = 32_768;
const BEGINNING = 1024;
/** As many events as are scrolled by in a few seconds. */
const MOST_KEPT = 2000;

const NOTHING: EventFacts = { itemId: null, itemType: null, part: '', preview: '', problem: null };

/** Reads the facts of events and keeps those of the last ones that were asked for. */
export function createFactsReader(log: EventLog): (index: number) => EventFacts {
  const kept = new Map<number, EventFacts>();
  return (index) => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const facts = readFacts(log, index);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(index, facts);
    return facts;
  };
}

function readFacts(log: EventLog, index: number): EventFacts {
  const row = log.at(index);
  if (row === undefined) return NOTHING;
  if (row.length > MOST_PARSED) return { ...NOTHING, preview: beginningOf(log, index) };
  const event = log.eventAt(index);
  if (event === undefined) return NOTHING;
  if (event.kind === 'done') return { ...NOTHING, preview: 'the server says that nothing more comes' };
  if (event.kind === 'unreadable') return { ...NOTHING, preview: lineOfText(log.sourceAt(index) ?? ''), problem: event.problem };
  const item = objectOf(event.json['item']);
  return {
    itemId: stringOf(event.json['item_id']) ?? stringOf(item?.['id']),
    itemType: stringOf(item?.['type']),
    part: partOf(event.json),
    preview: previewOf(event.json),
    problem: null,
  };
}

function beginningOf(log: EventLog, index: number): string {
  const row = log.at(index);
  if (row === undefined) return '';
  const text = new TextDecoder().decode(log.bytesBetween(row.connection, row.offset, row.offset + Math.min(row.length, BEGINNING)));
  return lineOfText(text.slice(Math.max(0, text.indexOf('{'))));
}
