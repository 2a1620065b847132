import { isJsonObject, objectOf, tryParseJson, type JsonPath } from '#base/json.ts';
import { rangeAt } from '#base/json-range.ts';
import { splitEventStream } from '#protocol/event-stream.ts';
import type { Recording } from '#model/recording.ts';
import { bodyOf } from '#model/recording-body.ts';
import { placeOfResponse } from '#formats/import/response-json.ts';

/** The text that the Response of a recording was parsed from, and where in the body it begins, in UTF-16 units. */
export type ResponseSource = { readonly text: string; readonly start: number };

/**
 * Finds the text of the Response in the body: the body itself, the part of what carried it, or the last event with a response.
 * Null where that can't be told; then no more is known than what was parsed.
 */
export function responseSource(recording: Recording): ResponseSource | null {
  const { source } = recording;
  const { text } = bodyOf(recording);
  if (recording.kind === 'stream') return sourceInStream(text);
  if (source.kind === 'api') return { text, start: 0 };
  const parsed = tryParseJson(text);
  const place = parsed.ok ? placeOfResponse(parsed.value) : null;
  return place === null ? null : sourceAt(text, place, 0);
}

function sourceInStream(text: string): ResponseSource | null {
  const data = splitEventStream(text).findLast((frame) => frame.data.includes('"response"') && hasResponse(frame.data))?.data;
  const start = data === undefined ? -1 : text.lastIndexOf(data);
  return data === undefined || start === -1 ? null : sourceAt(data, ['response'], start);
}

function hasResponse(data: string): boolean {
  const parsed = tryParseJson(data);
  return parsed.ok && isJsonObject(objectOf(parsed.value)?.['response']);
}

function sourceAt(text: string, path: JsonPath, offset: number): ResponseSource | null {
  const range = rangeAt(text, path);
  return range === null ? null : { text: text.slice(range.start, range.end), start: offset + range.start };
}
