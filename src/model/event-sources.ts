import type { EventLog } from './event-log.ts';

/** The lines of events as they were written, for readers that go through many of them in order. */
export type EventSources = {
  readonly textOf: (index: number) => string;
  /** The same in lower case. */
  readonly lowerOf: (index: number) => string;
  /** In lower case the lines of an event, and of those behind it up to `last` that are at hand: what is not in there is in none of them. */
  readonly lowerStretchOf: (index: number) => { readonly text: string; readonly last: number };
};

/** So much is decoded at once, in bytes: a great many events, and far less than a frame's time. */
const GROUP = 65_536;

/** What was decoded together: events `first` up to but without `last`. */
type Group = { readonly first: number; readonly last: number; readonly start: number; readonly text: string; lower: string | null };

/**
 * Decoding events one by one costs several times as much as decoding their bytes at a stretch. Where every byte became one character, which
 * is most often so, an event is a slice of that; else it is decoded by itself.
 */
export function createEventSources(log: EventLog): EventSources {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let group: Group = { first: 0, last: 0, start: 0, text: '', lower: null };
  let lastAsked = -1;
  /** Events before this one are decoded alone: among them are characters of several bytes. */
  let aloneUntil = 0;

  function groupFrom(first: number): Group {
    const row = log.at(first);
    if (row === undefined) return { first, last: first, start: 0, text: '', lower: null };
    let last = first + 1;
    let end = row.offset + row.length;
    // Who jumps from event to event needs no more than those.
    const isInOrder = (lastAsked === first - 1 || group.last === first) && first >= aloneUntil;
    for (;;) {
      const next = isInOrder ? log.at(last) : undefined;
      if (next === undefined || next.connection !== row.connection || next.offset + next.length - row.offset > GROUP) break;
      end = next.offset + next.length;
      last += 1;
    }
    const bytes = log.bytesBetween(row.connection, row.offset, end);
    const text = decoder.decode(bytes);
    if (text.length === bytes.length || last === first + 1) return { first, last, start: row.offset, text, lower: null };
    aloneUntil = last;
    const alone = decoder.decode(log.bytesBetween(row.connection, row.offset, row.offset + row.length));
    return { first, last: first + 1, start: row.offset, text: alone, lower: null };
  }

  function fetch(index: number) {
    if (index < group.first || index >= group.last) group = groupFrom(index);
    lastAsked = index;
  }

  function lower(): string {
    group.lower ??= group.text.toLowerCase();
    return group.lower;
  }

  function pick(index: number, isLower: boolean): string {
    fetch(index);
    const text = isLower ? lower() : group.text;
    const row = group.last - group.first > 1 ? log.at(index) : undefined;
    return row === undefined ? text : text.slice(row.offset - group.start, row.offset - group.start + row.length);
  }

  return {
    textOf: (index) => pick(index, false),
    lowerOf: (index) => pick(index, true),
    lowerStretchOf: (index) => {
      fetch(index);
      return { text: lower(), last: group.last };
    },
  };
}
