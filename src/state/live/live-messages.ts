import type { Connection } from '#protocol/connection.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import type { RetrieveParameters } from '#protocol/parameters.ts';
import type { LogBatch } from '#model/event-log.ts';
import type { StreamClosing } from '#model/problems/rule.ts';
import type { ReceivedAnswer } from '#state/send-request.ts';
import type { LivePhase, Reconnection } from './live-view.ts';

/** How to ask. Holds the key: it goes from the page to the page's own worker, and from there into headers. */
export type Credentials = { readonly connection: Connection; readonly key: string | null };

/** What is asked for. */
export type ReceivePlan = {
  readonly responseId: string;
  readonly parameters: RetrieveParameters;
  readonly pageOrigin: string;
  /** Null: nothing is kept on disk. */
  readonly keeping: KeepingPlan | null;
};

/** `continues` names the kept stream to show first and to go on with; null begins another. */
export type KeepingPlan = { readonly continues: string | null };

/** What the page tells its worker. */
export type LiveOrder =
  /** Comes first, once. What was kept is read and told; nothing is asked yet. */
  | { readonly kind: 'plan'; readonly plan: ReceivePlan }
  /** Receives from the beginning, or goes on behind the last event. `run` tells the reports of one such order from those of another. */
  | { readonly kind: 'receive'; readonly run: number; readonly credentials: Credentials }
  | { readonly kind: 'stop' }
  | { readonly kind: 'keep-nothing' };

export type ActivePhase = Exclude<LivePhase, { readonly kind: 'ended' }>;
export type ExchangeStart = Pick<Exchange, 'purpose' | 'method' | 'url' | 'requestHeaders' | 'timings'>;
export type ExchangeChange = Partial<Omit<Exchange, 'id'>>;

/** What the worker tells the page, in this order as it happens. */
export type LiveReport =
  /** `exchange` is a number of the worker's own. */
  | { readonly kind: 'exchange-started'; readonly exchange: number; readonly start: ExchangeStart }
  | { readonly kind: 'exchange-changed'; readonly exchange: number; readonly change: ExchangeChange }
  /** The first request goes out: arrivals count from here, in Unix milliseconds. */
  | { readonly kind: 'started'; readonly startedAt: number }
  | { readonly kind: 'phase'; readonly run: number; readonly phase: ActivePhase }
  /** An event stream begins; `firstRead` is the number of its first read. */
  | { readonly kind: 'connected'; readonly firstRead: number; readonly requestId: string | null; readonly contentType: string | null }
  /** `lastRead` is when the last read of it arrived, in milliseconds since the start. */
  | { readonly kind: 'batch'; readonly batch: LogBatch; readonly lastRead: number }
  /** The stream is kept under this name. */
  | { readonly kind: 'keeping'; readonly name: string }
  /** All that was kept has been told; comes once, also where nothing was. */
  | { readonly kind: 'restored'; readonly isOver: boolean }
  /** Why nothing is kept from now on, in a sentence. */
  | { readonly kind: 'storage-problem'; readonly problem: string }
  | { readonly kind: 'reconnected'; readonly reconnection: Reconnection }
  /** Nothing more comes, unless it is resumed. */
  | { readonly kind: 'ended'; readonly run: number; readonly outcome: Outcome };

export type Outcome =
  /** The response ended, or the connection could not be made again: since the server closed it each time, or since it was lost. */
  | { readonly kind: 'ended'; readonly how: StreamClosing }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: RetrieveFailure }
  /** The server answered with the Response as JSON. */
  | { readonly kind: 'answered'; readonly answer: ReceivedAnswer };
