import { rangeAt } from '#base/json-range.ts';
import { isJsonObject, stringOf, type JsonObject } from '#base/json.ts';
import { formatEventFrame } from '#protocol/event-stream.ts';
import { wholeNumberOf } from '#protocol/stream-event.ts';
import { arrivalOf, momentOf } from '#formats/recording-format.ts';
import type { FoundValue } from './json-values.ts';

/** What one value of a file says of one event. */
export type EventLine = {
  /** The text of the event, as the `data:` of a frame has it. */
  readonly data: string;
  /** The `event:` of the frame: as the line says, else the type of the event. */
  readonly name: string | null;
  /** Milliseconds since the request was sent, and when that was in Unix milliseconds; null where the line does not say. */
  readonly arrival: number | null;
  readonly startedAt: number | null;
  readonly connection: number;
  readonly timing: 'backlog' | 'replay' | null;
};

/**
 * Reads an event by itself, one in our own export (`{"arrival_ms": …, "event": {…}}`), and a frame as parsers of event streams hand it
 * out (`{"event": "name", "data": "…"}`). Anything else is kept as data that is no event.
 */
export function readEventLine({ text, value }: FoundValue): EventLine {
  if (!isJsonObject(value)) return lineOf({}, text, null);
  const { type, event, data } = value;
  if (stringOf(type) !== null && type !== 'event') return lineOf({}, text, stringOf(type));
  if (isJsonObject(event)) return lineOf(value, sourceOf(text, value, 'event'), stringOf(value['name']) ?? stringOf(event['type']));
  const name = stringOf(value['name']) ?? stringOf(event);
  if (isJsonObject(data)) return lineOf(value, sourceOf(text, value, 'data'), name ?? stringOf(data['type']));
  return typeof data === 'string' ? lineOf(value, data, name) : lineOf({}, text, null);
}

function lineOf(about: JsonObject, data: string, name: string | null): EventLine {
  const arrival = arrivalOf(about['arrival_ms']);
  const time = momentOf(Date.parse(stringOf(about['time']) ?? ''));
  const { timing } = about;
  return {
    data,
    name,
    arrival,
    // The time is cut to whole milliseconds, and the moment of the request is one.
    startedAt: arrival === null || time === null ? null : Math.ceil(time - arrival),
    connection: wholeNumberOf(about['connection']) ?? 0,
    timing: timing === 'backlog' || timing === 'replay' ? timing : null,
  };
}

/** The text of the value under `key`, as it was written. */
function sourceOf(text: string, line: JsonObject, key: string): string {
  const isSimple = Object.entries(line).every(([name, value]) => (name === key ? true : typeof value !== 'object'));
  const place = text.indexOf(`"${key}":`);
  // As our own export has it: the last key, so that the text behind it needs no reading.
  if (isSimple && place !== -1 && Object.keys(line).at(-1) === key && text.endsWith('}'))
    return text.slice(place + key.length + 3, -1).trim();
  const range = rangeAt(text, [key]);
  return range === null ? JSON.stringify(line[key]) : text.slice(range.start, range.end);
}

/** The frame of an event that came without one. */
export function frameOf({ data, name }: EventLine): string {
  const event = name !== null && name !== '' && !/[\r\n\0]/.test(name) ? name : null;
  return formatEventFrame({ event, data, id: null });
}
