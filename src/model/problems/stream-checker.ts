import type { StreamEvent } from '#protocol/stream-event.ts';
import { sequenceNumberOf } from '#protocol/stream-event.ts';
import { isDocumentedEventType } from '#protocol/event-types.ts';
import type { EventLog } from '#model/event-log.ts';
import type { FoldState } from '#model/fold-state.ts';
import { subjectOfType, type EventSubject } from './event-subjects.ts';
import { CHECK_FAILED, createGatheredFindings, failureOf } from './gather-findings.ts';
import type { Problem, StreamFindings } from './problem.ts';
import type { StreamClosing, Report, SeenEvent, StreamRule, Watcher } from './rule.ts';
import { isSameEvent } from './same-event.ts';
import { createSequenceReader, type SequenceFault } from './sequence-reader.ts';
import { createStreamTracker } from './stream-tracker.ts';

/** Where an event stands. */
type EventPlace = {
  /** Its number in order of arrival, from 0. */
  readonly index: number;
  /** The connection it came by, from 0. */
  readonly connection: number;
  /** Another response begins with it, or the same one anew: what is known of the one before does not count for it. */
  readonly isAnew: boolean;
};

/** Looks at the events of a stream as they come, with every rule about streams. Never throws. */
type StreamChecker = {
  readonly take: (event: StreamEvent, place: EventPlace) => void;
  /** The connection is over; more may follow when it is resumed. */
  readonly end: (folded: FoldState, how: StreamClosing) => void;
  readonly found: () => StreamFindings;
};

const NOTHING: StreamFindings = [];
const IDLE: StreamChecker = { take: () => undefined, end: () => undefined, found: () => NOTHING };

/** What is done with events of one type; made when its first comes. */
type TypePlan = { readonly subject: EventSubject | null; readonly needsNumber: boolean; readonly listeners: readonly Listener[] };
type Listener = { readonly rule: number; readonly hear: (event: SeenEvent) => void };

/** `log` holds the events that are taken, so that one can be compared with an earlier one. */
export function createStreamChecker(rules: readonly StreamRule[], log: Pick<EventLog, 'at' | 'eventAt'>): StreamChecker {
  if (rules.length === 0) return IDLE;
  const gathered = rules.map(createGatheredFindings);
  const failures = createGatheredFindings(CHECK_FAILED);
  /** Rules of ours that broke: they are left out from then on. */
  const broken = new Set<number>();
  let isEnded = false;
  let found: StreamFindings | null = NOTHING;
  /** By event type, for the response that is being heard. */
  const plans = new Map<string, TypePlan>();
  let session = newSession();

  /** Everything that is known of one response in the stream. */
  function newSession() {
    const { tracker, take: track } = createStreamTracker();
    const watchers = rules.map((rule, number) => watch(number, (report) => rule.watch(report, tracker)));
    plans.clear();
    const tell = (fault: SequenceFault) => each(watchers, 'onSequence', (hear) => hear(fault));
    const sequence = createSequenceReader(tell, (number, index) => isSameEvent(log, number, index));
    return { watchers, sequence, tell, track };
  }

  function watch(number: number, begin: (report: Report) => Watcher): Watcher {
    const report: Report = (draft) => {
      found = null;
      if (isEnded) gathered[number]?.addForNow(draft);
      else gathered[number]?.add(draft);
    };
    return guarded(number, () => begin(report)) ?? {};
  }

  function guarded<Result>(number: number, work: () => Result): Result | null {
    if (broken.has(number)) return null;
    try {
      return work();
    } catch (error) {
      leaveOut(number, error);
      return null;
    }
  }

  function leaveOut(number: number, error: unknown) {
    broken.add(number);
    found = null;
    plans.clear();
    const rule = rules[number];
    if (rule !== undefined) failures.add(failureOf(rule, error));
  }

  type Hearing = 'onOther' | 'onSequence' | 'end';
  function each<Name extends Hearing>(watchers: readonly Watcher[], name: Name, call: (hear: NonNullable<Watcher[Name]>) => void) {
    watchers.forEach((watcher, number) => {
      const hear = watcher[name];
      if (hear !== undefined) guarded(number, () => call(hear));
    });
  }

  function planOf(type: string): TypePlan {
    const known = plans.get(type);
    if (known !== undefined) return known;
    const listeners = session.watchers.flatMap(({ on, onEvent }, rule): readonly Listener[] => {
      if (broken.has(rule)) return [];
      const own = on !== undefined && Object.hasOwn(on, type) ? on[type] : undefined;
      return [own, onEvent].filter((hear) => hear !== undefined).map((hear) => ({ rule, hear }));
    });
    const plan = { subject: subjectOfType(type), needsNumber: isDocumentedEventType(type), listeners };
    plans.set(type, plan);
    return plan;
  }

  function take(event: StreamEvent, { index, connection, isAnew }: EventPlace) {
    if (isEnded) goOn();
    if (event.kind !== 'event') return each(session.watchers, 'onOther', (hear) => hear(event, index, connection));
    if (isAnew) {
      session.sequence.end(session.tell);
      session = newSession();
    }
    const plan = planOf(event.type);
    const number = sequenceNumberOf(event.json);
    if (!session.sequence.take({ index, connection, number, needsNumber: plan.needsNumber })) return undefined;
    const seen: SeenEvent = { kind: 'event', type: event.type, json: event.json, index, connection };
    session.track(seen, plan.subject);
    return hearAll(plan.listeners, seen);
  }

  function hearAll(listeners: readonly Listener[], seen: SeenEvent) {
    let next = 0;
    while (next < listeners.length)
      try {
        for (; next < listeners.length; next += 1) listeners[next]?.hear(seen);
      } catch (error) {
        leaveOut(listeners[next]?.rule ?? -1, error);
        next += 1;
      }
  }

  function goOn() {
    isEnded = false;
    for (const findings of gathered) if (findings.forget()) found = null;
  }

  function end(folded: FoldState, how: StreamClosing) {
    if (isEnded) goOn();
    isEnded = true;
    session.sequence.end(session.tell);
    each(session.watchers, 'end', (hear) => hear(folded, how));
  }

  function published(): StreamFindings {
    const problems = [...gathered, failures].map(({ problem }) => problem());
    return problems.filter((problem): problem is Problem => problem !== null);
  }

  return { take, end, found: () => (found ??= published()) };
}
