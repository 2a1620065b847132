import { isJsonObject, objectOf, tryParseJson, type JsonPath } from '#base/json.ts';
import { rangeAt } from '#base/json-range.ts';
import type { EventLog } from '#model/event-log.ts';
import type { Recording } from '#model/recording.ts';
import { splitEventStream } from '#protocol/event-stream.ts';
import { placeOfResponse } from '#formats/import/response-json.ts';

/** The text that the Response of a recording was parsed from, and where in the body it begins, in UTF-16 units; of a stream, in that of one connection, from 0. */
export type ResponseSource = { readonly text: string; readonly start: number; readonly connection: number };

/**
 * Finds the text of the Response in the body: the body itself, the part of what carried it, or the last event with a response.
 * Null where that can't be told; then no more is known than what was parsed.
 */
export function responseSource(recording: Recording): ResponseSource | null {
  if (recording.kind === 'stream') return sourceInStream(recording.log, recording.length);
  const { source, text } = recording;
  if (source.kind === 'api') return { text, start: 0, connection: 0 };
  const parsed = tryParseJson(text);
  const place = parsed.ok ? placeOfResponse(parsed.value) : null;
  return place === null ? null : sourceAt(text, place, { start: 0, connection: 0 });
}

/** So many events are looked through, from the last: a stream that ended tells its response at its end. */
const MOST_LOOKED_AT = 1_000;

function sourceInStream(log: EventLog, length: number): ResponseSource | null {
  for (let index = length - 1; index >= Math.max(0, length - MOST_LOOKED_AT); index -= 1) {
    const frame = log.sourceAt(index) ?? '';
    const data = frame.includes('"response"') ? (splitEventStream(frame)[0]?.data ?? '') : '';
    const at = data === '' || !hasResponse(data) ? -1 : frame.indexOf(data);
    const event = log.at(index);
    if (at === -1 || event === undefined) continue;
    const before = new TextDecoder().decode(log.bytesOf(event.connection).subarray(0, event.offset));
    return sourceAt(data, ['response'], { start: before.length + at, connection: event.connection });
  }
  return null;
}

function hasResponse(data: string): boolean {
  const parsed = tryParseJson(data);
  return parsed.ok && isJsonObject(objectOf(parsed.value)?.['response']);
}

function sourceAt(text: string, path: JsonPath, place: Omit<ResponseSource, 'text'>): ResponseSource | null {
  const range = rangeAt(text, path);
  return range === null ? null : { ...place, text: text.slice(range.start, range.end), start: place.start + range.start };
}
