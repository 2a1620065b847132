import { numberOf } from '#base/json.ts';
import { requestIdFrom, retryAfterFrom } from '#protocol/api-error.ts';
import type { Connection } from '#protocol/connection.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { RetrieveError, type RetrieveFailure } from '#protocol/failure.ts';
import type { Answer } from '#protocol/read-body.ts';
import type { BuiltRequest } from '#protocol/request.ts';
import { logExchange } from './exchange-log.ts';
import { NO_SECRET, type Secret } from './keys.ts';
import { readBytes } from './read-bytes.ts';
import { fetchSample, isSampleUrl } from './sample-fetch.ts';

/** A server that says nothing for this long is given up, in milliseconds. */
export const QUIET_LIMIT = 60_000;

export type ExchangeOptions = {
  readonly responseId: string;
  readonly secret: Secret | null;
  readonly purpose: Exchange['purpose'];
  readonly signal: AbortSignal;
  /** The body's bytes so far, at every read. */
  readonly onProgress: (bytes: number) => void;
};

/** An HTTP answer of any status, read to its end. `text` is the body decoded; that of an error has no key in it any more. */
export type ReceivedAnswer = Answer & { readonly bytes: Uint8Array };

type SentRequest = Extract<BuiltRequest, { ok: true }>;
type Report = ReturnType<typeof logExchange>;

/** The connection with the values of its extra headers, and the key, for the functions that build requests and for nothing else. */
export function authorized(
  connection: Connection,
  secret: Secret | null,
): { readonly connection: Connection; readonly key: string | null } {
  const { key, headerValues } = secret ?? NO_SECRET;
  const headers = connection.headers.map(({ name }) => ({ name, value: headerValues[name] ?? '' }));
  return { connection: { ...connection, headers }, key: key === '' ? null : key };
}

/**
 * Sends `request`, logs the exchange without its secrets, and hands the answer to `read`, which throws a `RetrieveError` where
 * the answer is not what was asked for. Throws `RetrieveError`, or the signal's reason when aborted.
 */
export async function exchange<T>(
  request: BuiltRequest,
  options: ExchangeOptions,
  read: (answer: ReceivedAnswer) => T | Promise<T>,
): Promise<T> {
  if (!request.ok) throw new RetrieveError(request.failure);
  const own = new Set(['accept', 'openai-organization', 'openai-project']);
  const report = logExchange({
    responseId: options.responseId,
    purpose: options.purpose,
    method: request.method,
    url: request.url,
    requestHeaders: request.headers.map(({ name, value }) => ({ name, value: own.has(name.toLowerCase()) ? value : hide(value) })),
    status: null,
    responseHeaders: [],
    bytes: 0,
    timings: { startedAt: Date.now(), headers: null, firstByte: null, end: null },
    state: 'running',
    failure: null,
  });
  return perform(request, options, report, read);
}

/** What stands in the log where a secret was sent; the scheme of an `Authorization` is none. */
function hide(value: string): string {
  return value.startsWith('Bearer ') ? 'Bearer •••' : '•••';
}

async function perform<T>(
  request: SentRequest,
  { signal, onProgress, secret }: ExchangeOptions,
  report: Report,
  read: (answer: ReceivedAnswer) => T | Promise<T>,
): Promise<T> {
  const key = secret?.key ?? '';
  const clock = startClock();
  const quiet = startQuietTimer(signal);
  try {
    const response = await send(request, quiet.signal);
    clock.mark('headers');
    quiet.restart();
    report({
      status: response.status || null,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value: withoutKey(value, key) })),
      timings: clock.read(),
    });
    if (response.type === 'opaqueredirect') throw new RetrieveError({ kind: 'redirect' });
    const body = await readAll(response, (count) => {
      clock.mark('firstByte');
      quiet.restart();
      onProgress(count);
    });
    clock.mark('end');
    report({ bytes: body.bytes.length, timings: clock.read() });
    const result = await read(received(response, body, key));
    report({ state: 'done' });
    return result;
  } catch (error) {
    clock.mark('end');
    if (signal.aborted) {
      report({ state: 'stopped', timings: clock.read() });
      throw error;
    }
    const failure: RetrieveFailure = quiet.signal.aborted
      ? { kind: 'timed-out', afterMilliseconds: QUIET_LIMIT }
      : error instanceof RetrieveError
        ? error.failure
        : { kind: 'unreachable' };
    report({ state: 'failed', failure, timings: clock.read() });
    throw new RetrieveError(failure);
  } finally {
    quiet.end();
  }
}

function received(response: Response, { bytes, text: decoded }: Body, key: string): ReceivedAnswer {
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    bytes,
    text: response.ok ? decoded : withoutKey(decoded, key),
    requestId: requestIdFrom(response.headers),
    retryAfterMilliseconds: retryAfterFrom(response.headers, Date.now()),
  };
}

/** Sends the fewest headers that work, no cookies, and follows no redirect: a redirect could carry the key elsewhere. */
function send(request: SentRequest, signal: AbortSignal): Promise<Response> {
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

type Body = { readonly bytes: Uint8Array; readonly text: string };

/** Reads the body to its end. Decoded once: a fast server outruns a reader that decodes as the bytes come. */
async function readAll(response: Response, onRead: (bytesSoFar: number) => void): Promise<Body> {
  if (response.body === null) return { bytes: new Uint8Array(), text: '' };
  const bytes = await readBytes(response.body, numberOf(response.headers.get('content-length')), onRead);
  return { bytes, text: new TextDecoder().decode(bytes) };
}

/** Some servers repeat the key in the error they answer it with; it must not reach the page. */
function withoutKey(text: string, key: string): string {
  return key === '' ? text : text.replaceAll(key, '•••');
}

function startClock() {
  const startedAt = Date.now();
  const start = performance.now();
  const marks: { headers: number | null; firstByte: number | null; end: number | null } = { headers: null, firstByte: null, end: null };
  return {
    /** Notes the time of a moment; a repeated one keeps its first time. */
    mark: (moment: keyof typeof marks) => {
      marks[moment] ??= performance.now() - start;
    },
    read: () => ({ startedAt, ...marks }),
  };
}

/** A signal that aborts with `outer`, or when `restart` was not called for `QUIET_LIMIT`. */
function startQuietTimer(outer: AbortSignal) {
  const controller = new AbortController();
  const stop = () => controller.abort(outer.reason);
  if (outer.aborted) stop();
  outer.addEventListener('abort', stop);
  const giveUp = () => controller.abort(new DOMException('The server said nothing for too long.', 'TimeoutError'));
  let timer = setTimeout(giveUp, QUIET_LIMIT);
  return {
    signal: controller.signal,
    restart: () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, QUIET_LIMIT);
    },
    end: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
    },
  };
}
