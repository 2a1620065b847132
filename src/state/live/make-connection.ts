import { requestIdFrom } from '#protocol/api-error.ts';
import type { SentRequest } from '#state/send-request.ts';
import { readConnection, type ConnectionEnd } from './read-connection.ts';
import type { ExchangeReport } from './report-exchange.ts';
import type { StreamIntake } from './stream-intake.ts';
import { watchQuiet } from './watch-quiet.ts';

/** No answer at all for so long counts as none, in milliseconds. */
const ANSWER_LIMIT = 60_000;
/** Behind the end of the response a server may still say [DONE]; one that keeps the connection open is left after this time, in milliseconds. */
const LINGER = 1_000;

export type Send = (request: SentRequest, signal: AbortSignal) => Promise<Response>;

/** One connection, from its request to its end. */
export type ConnectionPlan = {
  readonly request: SentRequest;
  readonly key: string;
  /** When the connection before it was lost, in Unix milliseconds. */
  readonly lostAt: number | null;
  readonly signal: AbortSignal;
  readonly intake: StreamIntake;
  readonly report: ExchangeReport;
  /** The server streams, or means to. `quietSince`: since when nothing came, where that is a while ago. */
  readonly onStreaming: (quietSince: number | null) => void;
};

/** Makes a connection and takes in what it brings. Throws nothing: an aborted one is `broken`, or `refused` as unreachable. */
export async function makeConnection(plan: ConnectionPlan, send: Send): Promise<ConnectionEnd> {
  const { signal, intake, report } = plan;
  const connection = new AbortController();
  const abort = () => connection.abort(signal.reason);
  signal.addEventListener('abort', abort);
  intake.start();
  const end = await ask(plan, send, connection);
  signal.removeEventListener('abort', abort);
  if (signal.aborted) report.end('stopped');
  else if (end.kind === 'refused') report.end('failed', end.failure);
  else if (end.kind === 'broken' && !intake.point.hasEnded()) report.end('failed', { kind: 'unreachable' });
  else report.end('done');
  return end;
}

async function ask(plan: ConnectionPlan, send: Send, connection: AbortController): Promise<ConnectionEnd> {
  const limit = setTimeout(() => connection.abort(), ANSWER_LIMIT);
  const askedAt = Date.now();
  let response: Response;
  try {
    response = await send(plan.request, connection.signal);
  } catch {
    const isLate = Date.now() - askedAt >= ANSWER_LIMIT;
    return { kind: 'refused', failure: isLate ? { kind: 'timed-out', afterMilliseconds: ANSWER_LIMIT } : { kind: 'unreachable' } };
  } finally {
    clearTimeout(limit);
  }
  plan.report.headers(response);
  const reading = takeIn(response, plan, connection);
  const end = await readConnection(response, plan.key, reading);
  // Proxies close a connection that they lose, so that half an event may be its last: nothing that is sent again shall count twice.
  reading.end(end.kind === 'broken' || (end.kind === 'closed' && !plan.intake.point.hasEnded()));
  return end;
}

/** What is done with a stream while it comes. */
function takeIn(response: Response, { intake, lostAt, report, onStreaming }: ConnectionPlan, connection: AbortController) {
  const milliseconds = lostAt === null ? null : Date.now() - lostAt;
  let quiet: ReturnType<typeof watchQuiet> | null = null;
  let linger: ReturnType<typeof setTimeout> | null = null;
  let isReading = false;
  return {
    onOpen: () => {
      onStreaming(null);
      quiet = watchQuiet(onStreaming);
    },
    onRead: (bytes: Uint8Array, time: number) => {
      if (!isReading)
        intake.connect({ requestId: requestIdFrom(response.headers), contentType: response.headers.get('content-type') }, milliseconds);
      isReading = true;
      quiet?.hear();
      intake.read(bytes, time);
      if (intake.point.hasEnded()) linger ??= setTimeout(() => connection.abort(), LINGER);
    },
    onBytes: report.bytes,
    end: (isBroken: boolean) => {
      quiet?.end();
      if (linger !== null) clearTimeout(linger);
      if (isReading) intake.disconnect(isBroken);
    },
  };
}
