import { findJsonError } from '#base/json-error-position.ts';
import { isJsonObject, stringOf, tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';
import { apiErrorIn, readApiError } from './api-error.ts';
import type { ApiError, NotAResponse, RetrieveFailure } from './failure.ts';
import { isResponseObject } from './response-object.ts';

/** A finished HTTP answer, decoded. `contentType` is the header as sent, or null. */
export type Answer = {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
  readonly requestId: string | null;
  readonly retryAfterMilliseconds: number | null;
};

export type AnswerResult = { readonly ok: true; readonly response: JsonObject } | { readonly ok: false; readonly failure: RetrieveFailure };

/** What a text turned out to hold. `error` is set for `error-body`; `line`, `column` (from 1) and `problem` for `broken-json`. */
export type BodyReading =
  | { readonly found: 'response'; readonly response: JsonObject }
  | {
      readonly found: NotAResponse;
      readonly error: ApiError | null;
      readonly line: number | null;
      readonly column: number | null;
      readonly problem: string | null;
    };

/** Turns an HTTP answer into the Response it holds, or into the facts of why there is none. Never throws. */
export function readAnswer({ status, contentType, text, requestId, retryAfterMilliseconds }: Answer): AnswerResult {
  if (status >= 300 && status < 400) return { ok: false, failure: { kind: 'redirect' } };
  if (status < 200 || status >= 400) {
    return { ok: false, failure: { kind: 'refused', status, error: readApiError(text), requestId, retryAfterMilliseconds, body: text } };
  }
  const reading = readBody(text, contentType);
  if (reading.found === 'response') return { ok: true, response: reading.response };
  const { found, error, line, column } = reading;
  return { ok: false, failure: { kind: 'not-a-response', status, found, error, requestId, body: text, line, column } };
}

/** Says what `text` is, by its content first: servers label JSON as text and error pages as JSON. `contentType` settles the rest. */
export function readBody(text: string, contentType: string | null = null): BodyReading {
  const body = text.replace(/^\uFEFF/, '');
  const start = /\S/.exec(body)?.[0];
  if (start === undefined) return other('empty');
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (start === '<' && !type.endsWith('/xml')) return other('html');
  const parsed = tryParseJson(body);
  if (parsed.ok) return readJson(parsed.value);
  if (isEventStream(body) || type === 'text/event-stream') return other('event-stream');
  if (start !== '{' && start !== '[' && !type.endsWith('json')) return other('text');
  const error = findJsonError(body);
  return { found: 'broken-json', error: null, line: error?.line ?? null, column: error?.column ?? null, problem: error?.problem ?? null };
}

function readJson(value: JsonValue): BodyReading {
  if (isResponseObject(value)) return { found: 'response', response: value };
  if (typeof value === 'string') return other('text');
  if (!isJsonObject(value)) return other('other-json');
  if (stringOf(value['object'])?.startsWith('chat.completion') || Array.isArray(value['choices'])) return other('chat-completion');
  // Objects of the API say what they are; a `message` in them is their content.
  const error = stringOf(value['object']) === null || isJsonObject(value['error']) ? apiErrorIn(value) : null;
  return error === null ? other('other-json') : { ...other('error-body'), error };
}

function other(found: NotAResponse) {
  return { found, error: null, line: null, column: null, problem: null } as const;
}

/** The first line is a field or a comment of the event stream format. */
function isEventStream(body: string): boolean {
  return /^\s*(?:(?:event|data|id|retry):|:)/.test(body.slice(0, 2000));
}
