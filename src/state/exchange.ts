import { numberOf } from '#base/json.ts';
import type { Connection } from '#protocol/connection.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { RetrieveError, type RetrieveFailure } from '#protocol/failure.ts';
import type { BuiltRequest } from '#protocol/request.ts';
import { logExchange } from './exchange-log.ts';
import { NO_SECRET, type Secret } from './keys.ts';
import { readBytes } from './read-bytes.ts';
import {
  headersWithoutKey,
  receivedAnswer,
  sendRequest,
  startExchangeClock,
  withoutSecrets,
  type ReceivedAnswer,
  type SentRequest,
} from './send-request.ts';

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
  const report = logExchange({
    responseId: options.responseId,
    purpose: options.purpose,
    method: request.method,
    url: request.url,
    requestHeaders: withoutSecrets(request.headers),
    status: null,
    responseHeaders: [],
    bytes: 0,
    timings: { startedAt: Date.now(), headers: null, firstByte: null, end: null },
    state: 'running',
    failure: null,
  });
  return perform(request, options, report, read);
}

async function perform<T>(
  request: SentRequest,
  { signal, onProgress, secret }: ExchangeOptions,
  report: Report,
  read: (answer: ReceivedAnswer) => T | Promise<T>,
): Promise<T> {
  const key = secret?.key ?? '';
  const clock = startExchangeClock();
  const quiet = startQuietTimer(signal);
  try {
    const response = await sendRequest(request, quiet.signal);
    clock.mark('headers');
    quiet.restart();
    report({
      status: response.status || null,
      responseHeaders: headersWithoutKey(response.headers, key),
      timings: clock.read(),
    });
    if (response.type === 'opaqueredirect') throw new RetrieveError({ kind: 'redirect' });
    const body = await readAll(response, (count) => {
      clock.mark('firstByte');
      quiet.restart();
      onProgress(count);
    });
    clock.mark('end');
    report({ bytes: body.length, timings: clock.read() });
    const result = await read(receivedAnswer(response, body, key));
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

/** Reads the body to its end. */
async function readAll(response: Response, onRead: (bytesSoFar: number) => void): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  return readBytes(response.body, numberOf(response.headers.get('content-length')), onRead);
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
