import { createSseFramer, type SseFrame } from '#protocol/sse-framer.ts';
import { readStreamEvent, sequenceNumberOf, wholeNumberOf, type StreamEvent } from '#protocol/stream-event.ts';
import type { EventRow } from './event-columns.ts';

/** What stands in the type column for data that is no event. */
export const DONE_TYPE = '[DONE]';
export const UNREADABLE_TYPE = '(unreadable)';

/** A comment line: the server is still there. `arrival` is when it came; `before` is the number of the next event. */
export type Heartbeat = { readonly text: string; readonly arrival: number; readonly before: number };

export type IndexListener = {
  /** Hears each event with its row of the index, in the order of arrival, while `append` or `disconnect` runs. */
  readonly onEvent: (event: StreamEvent, row: EventRow) => void;
  readonly onHeartbeat: (heartbeat: Heartbeat) => void;
};

/** Makes the index over a stream out of its bytes, which it does not keep. */
export type EventIndexer = {
  /** Starts the next connection; before the first bytes of a new one. */
  readonly connect: () => void;
  /** Takes one network read; `arrival` is in milliseconds. */
  readonly append: (bytes: Uint8Array, arrival: number) => void;
  /** The connection is over: a last event without its blank line counts. */
  readonly disconnect: () => void;
  /** The connection broke: a last event without its blank line counts where all of its data came. */
  readonly breakOff: () => void;
  /** The names behind the type numbers of rows; grows at its end. */
  readonly typeNames: readonly string[];
  /** How many reads there were, over all connections. */
  readonly readCount: () => number;
};

export function createEventIndexer({ onEvent, onHeartbeat }: IndexListener): EventIndexer {
  const typeNames: string[] = [];
  const typeNumbers = new Map<string, number>();
  let framer = newFramer();
  let eventCount = 0;
  let read = -1;
  let lastArrival = 0;
  let isBroken = false;

  function newFramer() {
    return createSseFramer({ onFrame: addFrame, onComment: addComment });
  }

  function numberOfType(type: string): number {
    const known = typeNumbers.get(type);
    if (known !== undefined) return known;
    typeNumbers.set(type, typeNames.length);
    return typeNames.push(type) - 1;
  }

  function addFrame({ data, event: eventField, start, end }: SseFrame) {
    const event = readStreamEvent(data, eventField);
    const isEvent = event.kind === 'event';
    if (isBroken && event.kind === 'unreadable') return;
    eventCount += 1;
    onEvent(event, {
      offset: start,
      length: end - start,
      typeNumber: numberOfType(isEvent ? event.type : event.kind === 'done' ? DONE_TYPE : UNREADABLE_TYPE),
      sequenceNumber: isEvent ? sequenceNumberOf(event.json) : null,
      outputIndex: isEvent ? wholeNumberOf(event.json['output_index']) : null,
      arrival: lastArrival,
      read,
    });
  }

  function addComment(text: string) {
    onHeartbeat({ text, arrival: lastArrival, before: eventCount });
  }

  function append(bytes: Uint8Array, arrival: number) {
    read += 1;
    lastArrival = arrival;
    framer.feed(bytes);
  }

  function breakOff() {
    isBroken = true;
    framer.end();
    isBroken = false;
  }

  return {
    connect: () => void (framer = newFramer()),
    append,
    disconnect: () => framer.end(),
    breakOff,
    typeNames,
    readCount: () => read + 1,
  };
}
