import { wait } from '#base/wait.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { buildRetrieveRequest } from '#protocol/request.ts';
import type { StreamClosing } from '#model/problems/rule.ts';
import { isWorthRetrying } from '#protocol/worth-retrying.ts';
import type { StreamKeeper } from './keep-stream.ts';
import type { ActivePhase, Credentials, Outcome, ReceivePlan } from './live-messages.ts';
import { makeConnection, type Send } from './make-connection.ts';
import type { ConnectionEnd } from './read-connection.ts';
import { reportExchange } from './report-exchange.ts';
import { createStreamIntake, type Post, type StreamIntake } from './stream-intake.ts';

/** How long is waited before each attempt to go on, in milliseconds. Any new event makes the count begin again. */
const PAUSES = [500, 1_000, 2_000];
/** A server that asks for more patience than this gets no more, in milliseconds. */
const MOST_PATIENCE = 60_000;

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

export type ReceiverPorts = { readonly send: Send; readonly post: Post; readonly keeper: StreamKeeper };

/** Receives one stream over as many connections as it takes, and tells what it does. */
export type StreamReceiver = Pick<StreamIntake, 'restore'> & {
  /** Ends what is under way, and receives from the beginning or behind the last event. */
  readonly receive: (run: number, credentials: Credentials) => void;
  readonly stop: () => void;
  /** True when the response has ended: nothing is missing. */
  readonly isOver: () => boolean;
};

/** From one order to receive to its end. */
type Run = { readonly number: number; readonly controller: AbortController };

export function createStreamReceiver(plan: ReceivePlan, { send, post, keeper }: ReceiverPorts): StreamReceiver {
  const intake = createStreamIntake(post, keeper);
  const { point } = intake;
  let active: Run | null = null;
  let exchangeCount = 0;
  /** When the last run ended, in Unix milliseconds. */
  let endedAt: number | null = null;

  function requestFor({ connection, key }: Credentials) {
    const last = point.lastNumber();
    const parameters = last === null ? plan.parameters : { ...plan.parameters, startingAfter: String(last) };
    return buildRetrieveRequest(connection, key, plan.responseId, parameters, plan.pageOrigin);
  }

  async function receive(credentials: Credentials, run: Run): Promise<Outcome> {
    const { signal } = run.controller;
    let attempt = 0;
    let lostAt = endedAt;
    let how: StreamClosing = 'lost';
    for (;;) {
      const before = point.newCount();
      const end = await connect(credentials, lostAt, run);
      if (signal.aborted) return { kind: 'stopped' };
      const outcome = outcomeOf(end);
      if (outcome !== null) return outcome;
      const hasNew = point.newCount() > before;
      if (hasNew || lostAt === null) lostAt = Date.now();
      if (hasNew) how = end.kind === 'closed' ? 'closed' : 'lost';
      attempt = hasNew ? 1 : attempt + 1;
      const pause = PAUSES[attempt - 1];
      if (pause === undefined) return givenUp(end, how);
      postPhase(run, { kind: 'reconnecting', attempt, since: lostAt });
      await wait(Math.max(pause, patienceFor(end)), signal);
      if (signal.aborted) return { kind: 'stopped' };
    }
  }

  function connect(credentials: Credentials, lostAt: number | null, run: Run): Promise<ConnectionEnd> {
    const request = requestFor(credentials);
    if (!request.ok) return Promise.resolve({ kind: 'refused', failure: request.failure });
    const key = credentials.key ?? '';
    exchangeCount += 1;
    const report = reportExchange(exchangeCount, request, point.newCount() === 0 ? 'stream' : 'resume', key, post);
    const onStreaming = (quietSince: number | null) => postPhase(run, { kind: 'streaming', quietSince });
    return makeConnection({ request, key, lostAt, signal: run.controller.signal, intake, report, onStreaming }, send);
  }

  /** What an end means, or null where another attempt is worth it. */
  function outcomeOf(end: ConnectionEnd): Outcome | null {
    if (point.hasEnded()) return { kind: 'ended', how: 'closed' };
    switch (end.kind) {
      case 'answered':
        return end;
      case 'closed':
        return point.hasError() ? { kind: 'ended', how: 'closed' } : null;
      case 'broken':
        return null;
      case 'refused':
        return mayPass(end.failure) ? null : { kind: 'failed', failure: end.failure };
    }
  }

  /** Before the first event, an unreachable server is more likely a wrong address than a dropped connection. */
  function mayPass(failure: RetrieveFailure): boolean {
    return isWorthRetrying(failure) || (isNoAnswer(failure) && point.newCount() > 0);
  }

  /** `how`: the way in which the last connection ended that brought something. */
  function givenUp(end: ConnectionEnd, how: StreamClosing): Outcome {
    if (end.kind === 'refused' && end.failure.kind === 'refused') return { kind: 'failed', failure: end.failure };
    if (point.newCount() > 0) return { kind: 'ended', how };
    return { kind: 'failed', failure: end.kind === 'closed' ? NOTHING_CAME : { kind: 'unreachable' } };
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
    restore: (kept) => {
      const restoring = intake.restore(kept);
      return { take: restoring.take, end: () => (endedAt = restoring.end()) };
    },
    isOver: point.hasEnded,
  };
}

/** What the server asked to wait, in milliseconds. */
function patienceFor(end: ConnectionEnd): number {
  if (end.kind !== 'refused' || end.failure.kind !== 'refused') return 0;
  return Math.min(end.failure.retryAfterMilliseconds ?? 0, MOST_PATIENCE);
}

function isNoAnswer(failure: RetrieveFailure): boolean {
  if (failure.kind === 'not-a-response') return failure.found === 'empty';
  return failure.kind === 'unreachable' || failure.kind === 'timed-out';
}
