import type { HeaderPair } from '#protocol/connection.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { headersWithoutKey, startExchangeClock, withoutSecrets, type SentRequest } from '#state/send-request.ts';
import type { ExchangeChange, LiveReport } from './live-messages.ts';

/** How often the log hears how far a body is, in milliseconds. */
const PROGRESS_PACE = 500;

/** Tells the page of one exchange, without its secrets. */
export type ExchangeReport = {
  readonly headers: (response: Response) => void;
  readonly bytes: (count: number) => void;
  readonly end: (state: Exchange['state'], failure?: RetrieveFailure) => void;
};

export function reportExchange(
  exchange: number,
  request: SentRequest,
  purpose: Exchange['purpose'],
  key: string,
  post: (report: LiveReport) => void,
): ExchangeReport {
  const clock = startExchangeClock();
  let bytes = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  const requestHeaders: readonly HeaderPair[] = withoutSecrets(request.headers);
  const { method, url } = request;
  post({ kind: 'exchange-started', exchange, start: { purpose, method, url, requestHeaders, timings: clock.read() } });

  function change(part: ExchangeChange) {
    toldAt = performance.now();
    post({ kind: 'exchange-changed', exchange, change: { ...part, bytes, timings: clock.read() } });
  }

  return {
    headers: (response) => {
      clock.mark('headers');
      change({ status: response.status || null, responseHeaders: headersWithoutKey(response.headers, key) });
    },
    bytes: (count) => {
      clock.mark('firstByte');
      bytes += count;
      if (performance.now() - toldAt >= PROGRESS_PACE) change({});
    },
    end: (state, failure) => {
      clock.mark('end');
      change({ state, failure: failure ?? null });
    },
  };
}
