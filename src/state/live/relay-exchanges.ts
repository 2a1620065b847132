import { logExchange } from '#state/exchange-log.ts';
import type { ExchangeChange, ExchangeStart } from './live-messages.ts';

type Report = ReturnType<typeof logExchange>;

/** Puts the exchanges of a worker, which numbers them itself, into the log of the page. */
export function createExchangeRelay(responseId: string) {
  const running = new Map<number, Report>();

  function change(exchange: number, part: ExchangeChange) {
    running.get(exchange)?.(part);
    if (part.state !== undefined && part.state !== 'running') running.delete(exchange);
  }

  return {
    start: (exchange: number, start: ExchangeStart) => {
      const rest = { status: null, responseHeaders: [], bytes: 0, state: 'running', failure: null } as const;
      running.set(exchange, logExchange({ responseId, ...start, ...rest }));
    },
    change,
    /** Nobody reports on them any more. */
    stopAll: () => {
      for (const exchange of running.keys()) change(exchange, { state: 'stopped' });
    },
  };
}
