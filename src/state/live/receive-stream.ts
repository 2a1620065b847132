import { wait } from '#base/wait.ts';
import { requestIdFrom } from '#protocol/api-error.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { buildRetrieveRequest } from '#protocol/request.ts';
import { isWorthRetrying } from '#protocol/worth-retrying.ts';
import type { SentRequest } from '#state/send-request.ts';
import { createBatchPoster } from './post-batches.ts';
import type { ActivePhase, Credentials, LiveReport, Outcome, ReceivePlan } from './live-messages.ts';
import type { StreamKeeper } from './keep-stream.ts';
import { readConnection, type ConnectionEnd } from './read-connection.ts';
import { reportExchange, type ExchangeReport } from './report-exchange.ts';
import { createResumePoint } from './resume-point.ts';
import type { KeptPiece, KeptRun } from './stream-store.ts';
import { watchQuiet } from './watch-quiet.ts';

/** How long is waited before each attempt to go on, in milliseconds. Any new event makes the count begin again. */
const PAUSES = [500, 1_000, 2_000];
/** A server that asks for more patience than this gets no more, in milliseconds. */
const MOST_PATIENCE = 60_000;
/** No answer at all for so long counts as none, in milliseconds. */
const ANSWER_LIMIT = 60_000;
/** Behind the end of the response a server may still say [DONE]; one that keeps the connection open is left after so long without a byte. */
const LINGER = 1_000;

const NOTHING_CAME: RetrieveFailure = {
  kind: 'not-a-response',
  status: 200,
  found: 'empty',
  error: null,
  requestId: null,
  body: '',
  line: null,
  column: null,
};

/** From one order to receive to its end. */
type Run = { readonly number: number; readonly controller: AbortController };

/** One connection of a run. `droppedAt`: when the one before it dropped, in Unix milliseconds. */
type Attempt = {
  readonly run: Run;
  readonly connection: AbortController;
  readonly report: ExchangeReport;
  readonly droppedAt: number | null;
};

export type ReceiverPorts = {
  readonly send: (request: SentRequest, signal: AbortSignal) => Promise<Response>;
  readonly post: (report: LiveReport, buffers?: ArrayBuffer[]) => void;
  readonly keeper: StreamKeeper;
};

/** Receives one stream over as many connections as it takes, and tells what it does. */
export type StreamReceiver = {
  /** Ends what is under way, and receives from the beginning or behind the last event. */
  readonly receive: (run: number, credentials: Credentials) => void;
  readonly stop: () => void;
  /** Takes over what was kept of the stream, piece by piece; before anything is received. */
  readonly restore: (run: Pick<KeptRun, 'startedAt'>) => { readonly take: (piece: KeptPiece) => void; readonly end: () => void };
  /** True when the response has ended: nothing is missing. */
  readonly isOver: () => boolean;
};

export function createStreamReceiver(plan: ReceivePlan, { send, post, keeper }: ReceiverPorts): StreamReceiver {
  const point = createResumePoint();
  let active: Run | null = null;
  let exchangeCount = 0;
  /** When the last run ended, in Unix milliseconds. */
  let endedAt: number | null = null;
  /** `performance.now()` when the first request went out. */
  let origin: number | null = null;
  /** Set while a new connection has not told anything new yet. */
  let gap: { readonly from: number | null; readonly milliseconds: number } | null = null;
  const batches = createBatchPoster({
    onEvent: (event, row, index) => {
      const isNew = point.take(event, row);
      if (gap === null || (!isNew && gap.from !== null)) return;
      const to = row.sequenceNumber;
      const lost = gap.from === null || to === null ? 0 : to - gap.from - 1;
      post({ kind: 'reconnected', reconnection: { ...gap, at: index, to, lost } });
      gap = null;
    },
    post: (batch, lastRead, buffers) => post({ kind: 'batch', batch, lastRead }, buffers),
  });

  function requestFor({ connection, key }: Credentials) {
    const last = point.lastNumber();
    const parameters = last === null ? plan.parameters : { ...plan.parameters, startingAfter: String(last) };
    return buildRetrieveRequest(connection, key, plan.responseId, parameters, plan.pageOrigin);
  }

  async function receive(credentials: Credentials, run: Run): Promise<Outcome> {
    const { signal } = run.controller;
    let attempt = 0;
    let droppedAt = endedAt;
    for (;;) {
      const request = requestFor(credentials);
      if (!request.ok) return { kind: 'failed', failure: request.failure };
      const before = point.newCount();
      const end = await connect(request, credentials.key ?? '', droppedAt, run);
      if (signal.aborted) return { kind: 'stopped' };
      const outcome = outcomeOf(end);
      if (outcome !== null) return outcome;
      if (point.newCount() > before || droppedAt === null) droppedAt = Date.now();
      attempt = point.newCount() > before ? 1 : attempt + 1;
      const pause = PAUSES[attempt - 1];
      if (pause === undefined) return givenUp(end);
      postPhase(run, { kind: 'reconnecting', attempt, since: droppedAt });
      await wait(Math.max(pause, patienceFor(end)), signal);
      if (signal.aborted) return { kind: 'stopped' };
    }
  }

  /** What an end means, or null where another attempt is worth it. */
  function outcomeOf(end: ConnectionEnd): Outcome | null {
    if (point.hasEnded()) return { kind: 'ended' };
    switch (end.kind) {
      case 'answered':
        return end;
      case 'closed':
        return point.hasError() ? { kind: 'ended' } : null;
      case 'broken':
        return null;
      case 'refused':
        return mayPass(end.failure) ? null : { kind: 'failed', failure: end.failure };
    }
  }

  /** Before the first event, an unreachable server is more likely a wrong address than a dropped connection. */
  function mayPass(failure: RetrieveFailure): boolean {
    const isUnreachable = failure.kind === 'unreachable' || failure.kind === 'timed-out';
    return isUnreachable ? point.newCount() > 0 : isWorthRetrying(failure) || (isEmpty(failure) && point.newCount() > 0);
  }

  function givenUp(end: ConnectionEnd): Outcome {
    if (end.kind === 'refused' && end.failure.kind === 'refused') return { kind: 'failed', failure: end.failure };
    if (point.newCount() > 0) return { kind: 'ended' };
    return { kind: 'failed', failure: end.kind === 'closed' ? NOTHING_CAME : { kind: 'unreachable' } };
  }

  async function connect(request: SentRequest, key: string, droppedAt: number | null, run: Run): Promise<ConnectionEnd> {
    const { signal } = run.controller;
    origin ??= startClock();
    exchangeCount += 1;
    const report = reportExchange(exchangeCount, request, point.newCount() === 0 ? 'stream' : 'resume', key, post);
    const connection = new AbortController();
    const abort = () => connection.abort(signal.reason);
    signal.addEventListener('abort', abort);
    const end = await ask(request, key, { run, connection, report, droppedAt });
    signal.removeEventListener('abort', abort);
    if (signal.aborted) report.end('stopped');
    else if (end.kind === 'refused') report.end('failed', end.failure);
    else if (end.kind === 'broken' && !point.hasEnded()) report.end('failed', { kind: 'unreachable' });
    else report.end('done');
    return end;
  }

  async function ask(request: SentRequest, key: string, attempt: Attempt): Promise<ConnectionEnd> {
    const { connection, report } = attempt;
    const limit = setTimeout(() => connection.abort(), ANSWER_LIMIT);
    const askedAt = Date.now();
    let response: Response;
    try {
      response = await send(request, connection.signal);
    } catch {
      const isLate = Date.now() - askedAt >= ANSWER_LIMIT;
      return { kind: 'refused', failure: isLate ? { kind: 'timed-out', afterMilliseconds: ANSWER_LIMIT } : { kind: 'unreachable' } };
    } finally {
      clearTimeout(limit);
    }
    report.headers(response);
    const reading = startReading(response, attempt);
    const end = await readConnection(response, key, reading);
    reading.end(end.kind === 'broken');
    return end;
  }

  /** What is done with a stream while it comes. */
  function startReading(response: Response, { run, connection, report, droppedAt }: Attempt) {
    let quiet: ReturnType<typeof watchQuiet> | null = null;
    let linger: ReturnType<typeof setTimeout> | null = null;
    let isReading = false;
    const from = point.lastNumber();
    const milliseconds = droppedAt === null ? 0 : Date.now() - droppedAt;

    function begin() {
      isReading = true;
      point.connect();
      if (droppedAt !== null && point.newCount() > 0) gap = { from, milliseconds };
      batches.connect();
      const requestId = requestIdFrom(response.headers);
      keeper.connect(requestId);
      post({ kind: 'connected', firstRead: batches.readCount(), requestId });
    }

    return {
      onOpen: () => {
        const tell = (quietSince: number | null) => postPhase(run, { kind: 'streaming', quietSince });
        tell(null);
        quiet = watchQuiet(tell);
      },
      onRead: (bytes: Uint8Array, time: number) => {
        if (!isReading) begin();
        quiet?.hear();
        const arrival = time - (origin ?? time);
        batches.append(bytes, arrival);
        keeper.add(bytes, arrival);
        if (!point.hasEnded()) return;
        if (linger !== null) clearTimeout(linger);
        linger = setTimeout(() => connection.abort(), LINGER);
      },
      onBytes: report.bytes,
      end: (isBroken: boolean) => {
        quiet?.end();
        if (linger !== null) clearTimeout(linger);
        if (!isReading) return;
        batches.disconnect(isBroken);
        keeper.disconnect(isBroken);
        if (point.hasEnded()) keeper.finish();
      },
    };
  }

  function startClock(): number {
    const startedAt = Date.now();
    post({ kind: 'started', startedAt });
    keeper.start(startedAt);
    return performance.now();
  }

  function restore({ startedAt }: Pick<KeptRun, 'startedAt'>) {
    origin = performance.now() - (Date.now() - startedAt);
    post({ kind: 'started', startedAt });
    let connection = -1;
    let isOpen = false;
    function close(isBroken: boolean) {
      if (isOpen) batches.disconnect(isBroken);
      isOpen = false;
    }
    function take(piece: KeptPiece) {
      if (piece.connection !== connection) {
        close(true);
        connection = piece.connection;
        isOpen = true;
        point.connect();
        batches.connect();
        post({ kind: 'connected', firstRead: batches.readCount(), requestId: piece.requestId });
      }
      forEachRead(piece, (bytes, arrival) => {
        batches.append(bytes, arrival);
        endedAt = startedAt + arrival;
      });
      if (piece.end !== null) close(piece.end === 'broken');
    }
    return { take, end: () => close(true) };
  }

  function postPhase({ number, controller }: Run, phase: ActivePhase) {
    if (!controller.signal.aborted) post({ kind: 'phase', run: number, phase });
  }

  return {
    receive: (number, credentials) => {
      active?.controller.abort();
      const run = { number, controller: new AbortController() };
      active = run;
      postPhase(run, { kind: 'connecting' });
      void receive(credentials, run).then((outcome) => {
        endedAt = Date.now();
        post({ kind: 'ended', run: number, outcome });
      });
    },
    stop: () => active?.controller.abort(),
    restore,
    isOver: point.hasEnded,
  };
}

function forEachRead({ bytes, reads }: KeptPiece, take: (bytes: Uint8Array, arrival: number) => void) {
  let at = 0;
  for (let index = 0; index < reads.length; index += 2) {
    const size = reads[index] ?? 0;
    take(bytes.subarray(at, at + size), reads[index + 1] ?? 0);
    at += size;
  }
}

/** What the server asked to wait, in milliseconds. */
function patienceFor(end: ConnectionEnd): number {
  if (end.kind !== 'refused' || end.failure.kind !== 'refused') return 0;
  return Math.min(end.failure.retryAfterMilliseconds ?? 0, MOST_PATIENCE);
}

function isEmpty(failure: RetrieveFailure): boolean {
  return failure.kind === 'not-a-response' && failure.found === 'empty';
}
