import type { HeaderPair } from './connection.ts';
import type { RetrieveFailure } from './failure.ts';

/** Moments of one exchange in milliseconds since it started, measured around `fetch`; null for what never happened. */
export type ExchangeTimings = {
  /** Unix milliseconds. */
  readonly startedAt: number;
  readonly headers: number | null;
  readonly firstByte: number | null;
  readonly end: number | null;
};

/** One request and its answer, as far as they got. Holds no key: `requestHeaders` is redacted by whoever made it. */
export type Exchange = {
  readonly id: number;
  readonly purpose: 'retrieve' | 'poll' | 'retry' | 'stream' | 'resume' | 'input items' | 'cancel' | 'compare';
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly requestHeaders: readonly HeaderPair[];
  /** null until headers arrive. */
  readonly status: number | null;
  /** Every header the browser lets the page read. */
  readonly responseHeaders: readonly HeaderPair[];
  readonly bytes: number;
  readonly timings: ExchangeTimings;
  readonly state: 'running' | 'done' | 'failed' | 'stopped';
  readonly failure: RetrieveFailure | null;
};
