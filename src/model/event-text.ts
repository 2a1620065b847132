import { tryParseJson } from '#base/json.ts';
import { prettyJson } from '#base/pretty-json.ts';
import { createSseFramer } from '#protocol/sse-framer.ts';
import type { EventLog } from './event-log.ts';

/** The `data:` of an event, its lines joined, as it was sent. Empty where there is no such event. */
export function dataOfEvent(log: EventLog, index: number): string {
  const row = log.at(index);
  let data = '';
  if (row === undefined) return data;
  const framer = createSseFramer({ onFrame: (frame) => (data = frame.data) });
  framer.feed(log.bytesBetween(row.connection, row.offset, row.offset + row.length));
  framer.end();
  return data;
}

/** An event as JSON laid out over lines, its numbers as they were sent; what is no JSON stays as it is. */
export function eventAsJson(log: EventLog, index: number): string {
  const data = dataOfEvent(log, index);
  return tryParseJson(data).ok ? prettyJson(data) : data;
}

/** An event as one line of JSON Lines. What is no JSON becomes a string, so that no event is missing and every line can be parsed. */
export function eventAsJsonLine(log: EventLog, index: number): string {
  const data = dataOfEvent(log, index);
  const parsed = tryParseJson(data);
  if (!parsed.ok) return JSON.stringify(data);
  return /[\r\n]/.test(data) ? JSON.stringify(parsed.value) : data.trim();
}

/** An event as it stood in the stream, with the blank line that ends it. */
export function eventAsSse(log: EventLog, index: number): string {
  return `${log.sourceAt(index) ?? ''}\n\n`;
}
