import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { sequenceNumberOf, type StreamEvent } from '#protocol/stream-event.ts';
import { createFoldContext, type FoldContext } from './fold-context.ts';
import { createFoldNotices } from './fold-notices.ts';
import { createFoldNumbers, type FoldNumbers } from './fold-numbers.ts';
import { createFoldPublisher } from './fold-publish.ts';
import type { FoldState, StreamEnding } from './fold-state.ts';
import { applyStep } from './fold-steps.ts';

/** Turns events into the Response that they amount to (reference §3.5). Takes whatever comes in any order, and never throws. */
export type Fold = {
  /** Takes the next event, in constant time on average. */
  readonly apply: (event: StreamEvent) => void;
  /** The connection is closed. Further events may follow when it is resumed. */
  readonly close: () => void;
  /** How things stand. States never change and share what did not change between them, so they cost what did; ask once per frame, not per event. */
  readonly state: () => FoldState;
};

export function createFold(): Fold {
  const notices = createFoldNotices();
  const publish = createFoldPublisher();
  let eventCount = 0;
  let isDone = false;
  let isClosed = false;
  let numbers = createFoldNumbers();
  let context = newContext();

  function newContext(): FoldContext {
    const eventNumber = () => eventCount - 1;
    return createFoldContext((notice) => notices.add(notice, eventNumber()), eventNumber);
  }

  function apply(event: StreamEvent) {
    eventCount += 1;
    isClosed = false;
    if (event.kind === 'unreadable') context.notice(event);
    else if (event.kind === 'done') isDone = true;
    else applyEvent(event.type, event.json);
  }

  function applyEvent(type: string, json: JsonObject) {
    const number = sequenceNumberOf(json);
    if (type === 'response.created' && beginsAnew(context, numbers, json, number)) restart();
    if (isDone) context.notice({ kind: 'after-done' });
    if (number !== null && !isWanted(number)) return;
    applyStep(context, type, json);
  }

  function restart() {
    context.notice({ kind: 'restart' });
    numbers = createFoldNumbers();
    context = newContext();
    isDone = false;
  }

  /** False for an event that was there before. */
  function isWanted(number: number): boolean {
    const last = numbers.last();
    const verdict = numbers.take(number);
    if (verdict === 'gap') context.notice({ kind: 'gap', from: (last ?? -1) + 1, to: number - 1 });
    else if (verdict !== 'next') context.notice({ kind: verdict, sequenceNumber: number });
    return verdict !== 'duplicate';
  }

  function state(): FoldState {
    const ending = context.terminal ?? (isClosed ? endingOf(context) : null);
    return publish(context, numbers, { ...notices.publish(), eventCount, ending });
  }

  return { apply, close: () => void (isClosed = true), state };
}

/** A stream that closed after an `error` event failed, also without a terminal event to say so. */
function endingOf({ errors }: FoldContext): StreamEnding {
  return errors.length > 0 ? 'failed' : 'cut-off';
}

/**
 * Whether a `response.created` starts another response, as in captures that were joined, and is not the first or a repeated one (reference §3.5, rule 2).
 * A server without numbers cannot resume: it starts the same response from the beginning.
 */
function beginsAnew(context: FoldContext, numbers: FoldNumbers, event: JsonObject, number: number | null): boolean {
  const id = stringOf(objectOf(event['response'])?.['id']);
  const isOther = context.fields !== null && id !== null && id !== stringOf(context.fields['id']);
  const isStarted = context.terminal !== null || context.slots.list().length > 0;
  const last = numbers.last();
  if (number === null || last === null) return isOther || isStarted;
  return number > last ? context.terminal !== null : isOther;
}
