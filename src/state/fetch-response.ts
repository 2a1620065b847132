import { requestIdFrom, retryAfterFrom } from '#protocol/api-error.ts';
import type { Connection, HeaderPair } from '#protocol/connection.ts';
import { splitEventStream } from '#protocol/event-stream.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { RetrieveError, type RetrieveFailure } from '#protocol/failure.ts';
import type { RetrieveParameters } from '#protocol/parameters.ts';
import { readAnswer, type AnswerResult } from '#protocol/read-body.ts';
import { buildRetrieveRequest } from '#protocol/request.ts';
import { finalState } from '#model/final-state.ts';
import type { Recording } from '#model/recording.ts';
import { logExchange } from './exchange-log.ts';
import { NO_SECRET, type Secret } from './keys.ts';

/** What is asked for, of whom. */
export type RetrieveTarget = {
  readonly connection: Connection;
  readonly responseId: string;
  readonly parameters: RetrieveParameters;
};

export type FetchOptions = {
  readonly secret: Secret | null;
  readonly purpose: Exchange['purpose'];
  readonly signal: AbortSignal;
  /** The body's bytes so far, at every read. */
  readonly onProgress: (bytes: number) => void;
};

/** A server that says nothing for this long is given up, in milliseconds. */
export const QUIET_LIMIT = 60_000;

/** Retrieves a response and keeps its body byte for byte. Throws `RetrieveError`, or the signal's reason when aborted. */
export async function fetchRecording(target: RetrieveTarget, options: FetchOptions): Promise<Recording> {
  const { connection, responseId, parameters } = target;
  const { key, headerValues } = options.secret ?? NO_SECRET;
  const headers = connection.headers.map(({ name }) => ({ name, value: headerValues[name] ?? '' }));
  const request = buildRetrieveRequest({ ...connection, headers }, key === '' ? null : key, responseId, parameters, location.origin);
  if (!request.ok) throw new RetrieveError(request.failure);
  const own = new Set(['accept', 'openai-organization', 'openai-project']);
  const report = logExchange({
    responseId,
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
  return exchange(target, request, options, report);
}

/** What stands in the log where a secret was sent; the scheme of an `Authorization` is none. */
function hide(value: string): string {
  return value.startsWith('Bearer ') ? 'Bearer •••' : '•••';
}

type Report = ReturnType<typeof logExchange>;

async function exchange(
  target: RetrieveTarget,
  request: { readonly method: string; readonly url: string; readonly headers: readonly HeaderPair[] },
  { signal, onProgress, secret }: FetchOptions,
  report: Report,
): Promise<Recording> {
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
    const bytes = await readAll(response, (count) => {
      clock.mark('firstByte');
      quiet.restart();
      onProgress(count);
    });
    clock.mark('end');
    report({ bytes: bytes.length, timings: clock.read() });
    const recording = toRecording(target, response, bytes, key);
    report({ state: 'done' });
    return recording;
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

/** Sends the fewest headers that work, no cookies, and follows no redirect: a redirect could carry the key elsewhere. */
function send(
  request: { readonly method: string; readonly url: string; readonly headers: readonly HeaderPair[] },
  signal: AbortSignal,
): Promise<Response> {
  return fetch(request.url, {
    method: request.method,
    headers: request.headers.map(({ name, value }): [string, string] => [name, value]),
    signal,
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
}

async function readAll(response: Response, onRead: (bytesSoFar: number) => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) {
    chunks.push(read.value);
    length += read.value.length;
    onRead(length);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function toRecording(
  { connection, responseId, parameters }: RetrieveTarget,
  response: Response,
  bytes: Uint8Array,
  key: string,
): Recording {
  const decoded = new TextDecoder().decode(bytes);
  const text = response.ok ? decoded : withoutKey(decoded, key);
  const requestId = requestIdFrom(response.headers);
  const retryAfterMilliseconds = retryAfterFrom(response.headers, Date.now());
  const contentType = response.headers.get('content-type');
  const answer = readAnswer({ status: response.status, contentType, text, requestId, retryAfterMilliseconds });
  const found = answer.ok ? { response: answer.response, eventCount: null } : readEventStream(answer, text);
  return {
    kind: 'json',
    source: { kind: 'api', responseId, baseUrl: connection.baseUrl, parameters, requestId },
    bytes,
    text,
    ...found,
    receivedAt: Date.now(),
  };
}

/** Some servers repeat the key in the error they answer it with; it must not reach the page. */
function withoutKey(text: string, key: string): string {
  return key === '' ? text : text.replaceAll(key, '•••');
}

/** A finished event stream is shown by its final state; without one it is the failure that it was. */
function readEventStream(answer: Extract<AnswerResult, { ok: false }>, text: string) {
  const isStream = answer.failure.kind === 'not-a-response' && answer.failure.found === 'event-stream';
  const state = isStream ? finalState(splitEventStream(text)) : null;
  if (state === null) throw new RetrieveError(answer.failure);
  return state;
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
