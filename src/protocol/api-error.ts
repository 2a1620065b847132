import { arrayOf, isJsonObject, objectOf, stringOf, tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';
import { redactKeys } from '#base/secret-shape.ts';
import type { ApiError } from './failure.ts';

/** How much of a body that is no JSON stands in for a message. */
const MESSAGE_LENGTH = 300;
/** Headers that name a request, as vendors call them. Most preferred first; a browser shows only those that the server exposes. */
const REQUEST_ID_HEADERS = [
  'x-request-id',
  'apim-request-id',
  'x-ms-request-id',
  'x-amzn-requestid',
  'x-generation-id',
  'request-id',
  'cf-ray',
] as const;

/** Anything that answers for a header by name, as `Headers` does. */
export type HeaderReader = { readonly get: (name: string) => string | null };

/**
 * What the server said in an error body of any shape: the OpenAI envelope, `error` as a string, numeric codes, FastAPI's `detail`,
 * a bare `{message}`, Azure's `innererror`, xAI's `{code, error}`, the title of an HTML page, or the first 300 characters of a text.
 * `message` is empty when the body is. A key that the server repeats is taken out.
 */
export function readApiError(text: string): ApiError {
  const parsed = tryParseJson(text.replace(/^\uFEFF/, ''));
  const error = parsed.ok && isJsonObject(parsed.value) ? apiErrorIn(parsed.value) : null;
  return error ?? plainError(readableText(text));
}

/** The error that `body` reports, or null when it reports none. */
export function apiErrorIn(body: JsonObject): ApiError | null {
  const { error } = body;
  if (isJsonObject(error)) return envelopeError(error, body);
  if (typeof error === 'string' && error !== '') {
    const message = stringOf(body['message']) ?? stringOf(body['error_description']);
    return { ...plainError(message ?? error), code: wordOf(body['code']) ?? (message === null ? null : error) };
  }
  const detail = detailText(body['detail']);
  if (detail !== null) return { ...plainError(detail), type: wordOf(body['type']), code: wordOf(body['code']) };
  const message = stringOf(body['message']);
  if (message === null || message === '') return null;
  return { message: redactKeys(message), type: wordOf(body['type']), code: wordOf(body['code']), param: wordOf(body['param']) };
}

/** The request ID among the headers that can be read, or null. */
export function requestIdFrom(headers: HeaderReader): string | null {
  for (const name of REQUEST_ID_HEADERS) {
    const value = headers.get(name)?.trim();
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

/** How long the server asks to wait, in milliseconds, from `retry-after-ms` or `retry-after` (seconds or an HTTP date); null when it does not say. */
export function retryAfterFrom(headers: HeaderReader, now: number): number | null {
  const milliseconds = amountOf(headers.get('retry-after-ms'));
  if (milliseconds !== null) return milliseconds;
  const text = headers.get('retry-after');
  const seconds = amountOf(text);
  if (seconds !== null) return seconds * 1000;
  const date = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function envelopeError(error: JsonObject, body: JsonObject): ApiError {
  const inner = objectOf(error['innererror']) ?? objectOf(error['inner_error']);
  const message = stringOf(error['message']) ?? detailText(error['detail']) ?? stringOf(body['message']) ?? JSON.stringify(error);
  return {
    message: redactKeys(message),
    type: wordOf(error['type']) ?? wordOf(inner?.['code']) ?? (body['type'] === 'error' ? null : wordOf(body['type'])),
    code: wordOf(error['code']) ?? wordOf(body['code']),
    param: wordOf(error['param']),
  };
}

/** FastAPI: a sentence, or one entry per invalid field with the way to it. */
function detailText(detail: JsonValue | undefined): string | null {
  if (typeof detail === 'string') return detail;
  if (isJsonObject(detail)) return stringOf(detail['message']) ?? stringOf(detail['msg']) ?? JSON.stringify(detail);
  const entries = arrayOf(detail);
  return entries.length > 0 ? entries.map(detailEntry).join('; ') : null;
}

function detailEntry(entry: JsonValue): string {
  if (!isJsonObject(entry)) return typeof entry === 'string' ? entry : JSON.stringify(entry);
  const place = arrayOf(entry['loc'])
    .map((step) => (typeof step === 'string' ? step : JSON.stringify(step)))
    .join('.');
  const message = stringOf(entry['msg']) ?? JSON.stringify(entry);
  return place === '' ? message : `${place}: ${message}`;
}

/** The title of an HTML page, else the start of the text. */
function readableText(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (!plain.startsWith('<')) return plain.slice(0, MESSAGE_LENGTH);
  const title = /<title[^>]{0,200}>([^<]{1,300})/i.exec(plain)?.[1] ?? /<h1[^>]{0,200}>([^<]{1,300})/i.exec(plain)?.[1];
  const words = title ?? plain.slice(0, 20_000).replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
  return words.replace(/\s+/g, ' ').trim().slice(0, MESSAGE_LENGTH);
}

function plainError(message: string): ApiError {
  return { message: redactKeys(message), type: null, code: null, param: null };
}

/** A code is a word on most servers and the HTTP status as a number on some. */
function wordOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

function amountOf(text: string | null): number | null {
  return text !== null && /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : null;
}
