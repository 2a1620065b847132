import { rangeAt } from '#base/json-range.ts';
import { tryParseJson, type JsonValue } from '#base/json.ts';
import { prettyJson } from '#base/pretty-json.ts';
import type { Place } from '#model/place.ts';
import type { Recording } from '#model/recording.ts';
import { responseSource } from '#panels/raw/response-source.ts';

/**
 * The JSON of a place, laid out over lines, with its numbers and repeated keys as they were sent. Made from the parsed value
 * where the text it was parsed from cannot be told, or where the view shows something else than was sent.
 */
export function placeJson(place: Place, recording: Recording): string {
  const parsed = laidOut(place.value);
  const source = sourceOf(place, recording);
  const range = source === null ? null : rangeAt(source, place.path);
  const sent = source === null || range === null ? null : source.slice(range.start, range.end);
  if (parsed === null) return sent ?? '';
  const read = sent === null ? null : tryParseJson(sent);
  return sent !== null && read?.ok === true && laidOut(read.value) === parsed ? prettyJson(sent) : parsed;
}

/** Null for what is nested deeper than the engine writes. */
function laidOut(value: JsonValue): string | null {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return null;
  }
}

function sourceOf({ document, around }: Place, recording: Recording): string | null {
  if (document === 'response') return responseSource(recording)?.text ?? null;
  return typeof around?.value === 'string' ? around.value : null;
}
