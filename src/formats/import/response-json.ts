/**
 * One Response object as JSON: the body of `GET /responses/{id}`, copied from a terminal, a log or a network panel.
 * It may sit inside what carried it: the event that ended a stream (`response`), or a line of a batch output (`response.body`).
 * The body is kept byte for byte; what stands around the Response stays in the source text.
 */
import { findJsonError } from '#base/json-error-position.ts';
import { tryParseJson, valueAt, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { isResponseObject } from '#protocol/response-object.ts';
import { NOT_MINE, type ImportFormat } from './import-format.ts';

/** Where the Response may stand, outermost first. */
const PLACES: readonly JsonPath[] = [[], ['response'], ['response', 'body'], ['body'], ['data']];

export const responseJson: ImportFormat = {
  id: 'response-json',
  title: 'Response JSON',
  read: ({ text }) => {
    if (!/^\s*\{/.test(text())) return NOT_MINE;
    const parsed = tryParseJson(text());
    if (parsed.ok) {
      const response = responseIn(parsed.value);
      return response === null ? NOT_MINE : { kind: 'mine', content: { kind: 'json', response }, notes: [] };
    }
    const error = findJsonError(text());
    return error === null ? NOT_MINE : { kind: 'broken', problem: error.problem, line: error.line, column: error.column };
  },
};

/** The Response that `value` is or carries, or null. */
export function responseIn(value: JsonValue): JsonObject | null {
  const place = placeOfResponse(value);
  const found = place === null ? undefined : valueAt(value, place);
  return isResponseObject(found) ? found : null;
}

/** Where in `value` the Response stands that it is or carries; null when it does not. */
export function placeOfResponse(value: JsonValue): JsonPath | null {
  return PLACES.find((place) => isResponseObject(valueAt(value, place))) ?? null;
}
