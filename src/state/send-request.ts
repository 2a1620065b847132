import { requestIdFrom, retryAfterFrom } from '#protocol/api-error.ts';
import type { HeaderPair } from '#protocol/connection.ts';
import type { ExchangeTimings } from '#protocol/exchange.ts';
import type { Answer } from '#protocol/read-body.ts';
import type { BuiltRequest } from '#protocol/request.ts';
import { fetchSample, isSampleUrl } from './sample-fetch.ts';

export type SentRequest = Extract<BuiltRequest, { ok: true }>;

/** An HTTP answer of any status, read to its end. `text` is the body decoded; that of an error has no key in it any more. */
export type ReceivedAnswer = Answer & { readonly bytes: Uint8Array };

/** Sends the fewest headers that work, no cookies, and follows no redirect: a redirect could carry the key elsewhere. */
export function sendRequest(request: SentRequest, signal: AbortSignal): Promise<Response> {
  const ask = isSampleUrl(request.url) ? fetchSample : fetch;
  return ask(request.url, {
    method: request.method,
    headers: request.headers.map(({ name, value }): [string, string] => [name, value]),
    signal,
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
}

/** `bytes` are the whole body. */
export function receivedAnswer(response: Response, bytes: Uint8Array, key: string): ReceivedAnswer {
  const decoded = new TextDecoder().decode(bytes);
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    bytes,
    text: response.ok ? decoded : withoutKey(decoded, key),
    requestId: requestIdFrom(response.headers),
    retryAfterMilliseconds: retryAfterFrom(response.headers, Date.now()),
  };
}

const SECRETLESS_HEADERS: ReadonlySet<string> = new Set(['accept', 'openai-organization', 'openai-project']);

/** The headers of a request as the log may show them. */
export function withoutSecrets(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  return headers.map(({ name, value }) => ({ name, value: SECRETLESS_HEADERS.has(name.toLowerCase()) ? value : hide(value) }));
}

/** What stands in the log where a secret was sent; the scheme of an `Authorization` is none. */
function hide(value: string): string {
  return value.startsWith('Bearer ') ? 'Bearer •••' : '•••';
}

export function headersWithoutKey(headers: Headers, key: string): readonly HeaderPair[] {
  return [...headers].map(([name, value]) => ({ name, value: withoutKey(value, key) }));
}

/** Some servers repeat the key in the error they answer it with; it must not reach the page. */
function withoutKey(text: string, key: string): string {
  return key === '' ? text : text.replaceAll(key, '•••');
}

type Marks = Omit<ExchangeTimings, 'startedAt'>;

/** The moments of one exchange, which starts now. */
export function startExchangeClock() {
  const startedAt = Date.now();
  const start = performance.now();
  const marks: { -readonly [Moment in keyof Marks]: Marks[Moment] } = { headers: null, firstByte: null, end: null };
  return {
    /** Notes the time of a moment; a repeated one keeps its first time. */
    mark: (moment: keyof Marks) => {
      marks[moment] ??= performance.now() - start;
    },
    read: (): ExchangeTimings => ({ startedAt, ...marks }),
  };
}
