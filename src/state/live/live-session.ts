import { giveWay, SLICE } from '#base/give-way.ts';
import { createStore } from '#base/store.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { readAnswer } from '#protocol/read-body.ts';
import type { FoldState } from '#model/fold-state.ts';
import type { JsonRecording, RecordingSource } from '#model/recording.ts';
import type { RetrieveTarget } from '#state/fetch-response.ts';
import type { ReceivedAnswer } from '#state/send-request.ts';
import { createGrowingRecording, type GrowingRecording } from './grow-recording.ts';
import type { Credentials, KeepingPlan, LiveOrder, LiveReport, Outcome } from './live-messages.ts';
import { FIRST_VIEW, type LiveStream, type LiveView } from './live-view.ts';
import { createExchangeRelay } from './relay-exchanges.ts';

/** What a worker is to us, so that a test can be one. */
export type LivePort = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** `keepNothing`: what comes from now on is not written to disk. */
export type LiveSession = LiveStream & { readonly keepNothing: () => void };

export type SessionPorts = {
  readonly openPort: () => LivePort;
  /** Asked for at every start and resume: the key may have changed. */
  readonly credentials: () => Credentials;
  /** Calls back once, when the next frame is about to be drawn; the returned function takes it back. */
  readonly onNextFrame: (callback: () => void) => () => void;
  /** Calls back whenever the network is there again; the returned function ends it. */
  readonly onOnline: (callback: () => void) => () => void;
  readonly pageOrigin: string;
  /** Null: nothing is kept on disk. */
  readonly keeping: KeepingPlan | null;
  /** Hears under which name the stream is kept. */
  readonly onKept: (name: string) => void;
  /** False: what was kept is shown, and nothing is asked until `resume`. */
  readonly mayAsk: boolean;
};

/** The page's side of a stream: orders a worker to receive it, folds what it sends, and publishes a view at most once per frame. */
export function createLiveSession({ connection, responseId, parameters: asked }: RetrieveTarget, ports: SessionPorts): LiveSession {
  const parameters = { ...asked, stream: true };
  const source = { kind: 'api', responseId, baseUrl: connection.baseUrl, parameters, requestId: null } as const;
  const store = createStore(FIRST_VIEW);
  const exchanges = createExchangeRelay(responseId);
  const port = ports.openPort();
  /** What the next view will say; its recording is made when it is published. */
  let next = FIRST_VIEW;
  let growing: GrowingRecording | null = null;
  let isFolding = false;
  /** An end is told when all that came before it has been folded. */
  let outcome: Outcome | null = null;
  let takeFrameBack: (() => void) | null = null;
  let hasStream = false;
  let run = 0;
  let isDisposed = false;

  function order(message: LiveOrder) {
    port.postMessage(message);
  }

  function publish() {
    takeFrameBack?.();
    takeFrameBack = null;
    if (hasStream && growing !== null) next = { ...next, recording: growing.view() };
    store.set(next);
  }

  function change(part: Partial<LiveView>) {
    next = { ...next, ...part };
    publishSoon();
  }

  function publishSoon() {
    takeFrameBack ??= ports.onNextFrame(publish);
  }

  async function foldAll() {
    if (isFolding) return;
    isFolding = true;
    while (growing?.fold(SLICE) === false) {
      publishSoon();
      await giveWay();
    }
    isFolding = false;
    publishSoon();
    if (outcome !== null) finish(outcome);
  }

  function finish(ended: Outcome) {
    outcome = null;
    const folded = growing?.close(ended.kind === 'ended' ? ended.how : 'lost') ?? null;
    next = { ...next, ...endedView(ended, folded, source) };
    publish();
  }

  function take(report: LiveReport) {
    switch (report.kind) {
      case 'exchange-started':
        return exchanges.start(report.exchange, report.start);
      case 'exchange-changed':
        return exchanges.change(report.exchange, report.change);
      case 'started':
        growing = createGrowingRecording(source, report.startedAt);
        return undefined;
      case 'phase':
        return report.run === run && next.phase.kind !== 'ended' ? change({ phase: report.phase }) : undefined;
      case 'connected':
        hasStream = true;
        return growing?.connect(report.firstRead, report);
      case 'batch':
        growing?.adopt(report.batch, report.lastRead);
        return void foldAll();
      case 'keeping':
        return ports.onKept(report.name);
      case 'restored':
        return begin(report.isOver);
      case 'storage-problem':
        return change({ storageProblem: report.problem });
      case 'reconnected':
        return change({ reconnections: [...next.reconnections, report.reconnection] });
      case 'ended':
        if (report.run === run) outcome = report.outcome;
        return void foldAll();
    }
  }

  function stop() {
    if (next.phase.kind === 'ended') return;
    order({ kind: 'stop' });
    next = { ...next, phase: { kind: 'ended', how: 'stopped' } };
    publish();
  }

  function receive() {
    run += 1;
    order({ kind: 'receive', run, credentials: ports.credentials() });
  }

  /** What was kept is here; the rest is asked for. */
  function begin(isOver: boolean) {
    if (next.phase.kind === 'ended') return;
    if (ports.mayAsk && !isOver) return receive();
    outcome = isOver ? { kind: 'ended', how: 'closed' } : { kind: 'stopped' };
    void foldAll();
  }

  function resume() {
    const { phase } = next;
    if (isDisposed || phase.kind !== 'ended' || !['stopped', 'cut-off'].includes(phase.how)) return;
    outcome = null;
    change({ phase: { kind: 'connecting' }, failure: null, answer: null });
    receive();
  }

  /** What was given up for want of a network goes on with it. */
  function goOn() {
    const { phase, failure, answer } = next;
    if (phase.kind === 'ended' && phase.how === 'cut-off' && failure === null && answer === null) resume();
  }

  /** The worker could not be loaded, or broke: nothing comes from it any more. */
  function giveUp() {
    isDisposed = true;
    exchanges.stopAll();
    finish({ kind: 'failed', failure: { kind: 'unreachable' } });
  }

  function dispose() {
    stop();
    stopListening();
    isDisposed = true;
    port.terminate();
    exchanges.stopAll();
  }

  const stopListening = ports.onOnline(goOn);
  port.addEventListener('message', ({ data }: MessageEvent<LiveReport>) => take(data));
  port.addEventListener('error', giveUp);
  order({ kind: 'plan', plan: { responseId, parameters, pageOrigin: ports.pageOrigin, keeping: ports.keeping } });
  return { store, stop, resume, dispose, keepNothing: () => order({ kind: 'keep-nothing' }) };
}

/** What a view says of an end. */
function endedView(outcome: Outcome, folded: FoldState | null, source: Extract<RecordingSource, { kind: 'api' }>): Partial<LiveView> {
  switch (outcome.kind) {
    case 'stopped':
      return { phase: { kind: 'ended', how: 'stopped' } };
    case 'failed':
      return { phase: { kind: 'ended', how: 'cut-off' }, failure: outcome.failure };
    case 'answered':
      return { phase: { kind: 'ended', how: 'cut-off' }, answer: answerRecording(outcome.answer, source) };
    case 'ended':
      return { phase: { kind: 'ended', how: folded?.ending ?? 'cut-off' }, failure: failureIn(folded) };
  }
}

/** A stream that told of no response is the failure that its error says, or none that we know of. */
function failureIn(folded: FoldState | null): RetrieveFailure | null {
  if (folded === null || folded.response !== null) return null;
  const error = folded.errors[0] ?? null;
  const found = error === null ? 'event-stream' : 'error-body';
  return { kind: 'not-a-response', status: 200, found, error, requestId: null, body: '', line: null, column: null };
}

function answerRecording(answer: ReceivedAnswer, source: Extract<RecordingSource, { kind: 'api' }>): JsonRecording | null {
  const result = readAnswer(answer);
  if (!result.ok) return null;
  const { bytes, text, requestId, contentType } = answer;
  return { kind: 'json', source: { ...source, requestId, contentType }, bytes, text, response: result.response, receivedAt: Date.now() };
}
