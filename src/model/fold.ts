import { arrayOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { shareJson } from '#base/share-json.ts';
import { sequenceNumberOf, type StreamEvent } from '#protocol/stream-event.ts';
import { createFoldContext, type FoldContext } from './fold-context.ts';
import { markContext, restoreContext, weightOf, type ContextMark, type FoldMark } from './fold-mark.ts';
import { createFoldNotices } from './fold-notices.ts';
import { createFoldNumbers, type FoldNumbers } from './fold-numbers.ts';
import { createFoldPublisher } from './fold-publish.ts';
import type { FoldState, StreamEnding } from './fold-state.ts';
import { applyStep } from './fold-steps.ts';

/** Turns events into the Response that they amount to (reference §3.5). Takes whatever comes in any order, and never throws. */
export type Fold = {
  /** Takes the next event, in constant time on average. True where another response begins with it, or the same one anew. */
  readonly apply: (event: StreamEvent) => boolean;
  /** The connection is closed. Further events may follow when it is resumed. */
  readonly close: () => void;
  /** How things stand. States never change and share what did not change between them, so they cost what did; ask once per frame, not per event. */
  readonly state: () => FoldState;
  /** Where folding can go on from later; costs about what changed since the last one. */
  readonly mark: () => FoldMark;
};

/** `shown`: a state of the same stream. What the next state has in common with it will be the same objects. */
type FoldStart = { readonly mark: FoldMark | null; readonly shown: FoldState | null };

/** Folds from the first event, or goes on from where a mark was made. */
export function createFold({ mark: from, shown }: FoldStart = { mark: null, shown: null }): Fold {
  const notices = createFoldNotices(from?.notices);
  const publish = createFoldPublisher(shown);
  let eventCount = from?.eventCount ?? 0;
  let isDone = from?.isDone ?? false;
  let isClosed = false;
  let numbers = createFoldNumbers(from?.numbers);
  let context = newContext();
  let toShare = shown;
  let marked: ContextMark | null = null;
  if (from !== null) restoreContext(context, from.context);

  function newContext(): FoldContext {
    const eventNumber = () => eventCount - 1;
    return createFoldContext((notice) => notices.add(notice, eventNumber()), eventNumber);
  }

  function apply(event: StreamEvent): boolean {
    eventCount += 1;
    isClosed = false;
    if (event.kind === 'event') return applyEvent(event.type, event.json);
    if (event.kind === 'unreadable') context.notice(event);
    else isDone = true;
    return false;
  }

  function applyEvent(type: string, json: JsonObject): boolean {
    const number = sequenceNumberOf(json);
    const isAnew = type === 'response.created' && beginsAnew(context, numbers, json, number);
    if (isAnew) restart();
    if (isDone) context.notice({ kind: 'after-done' });
    if (number === null || isWanted(number)) applyStep(context, type, json);
    return isAnew;
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
    if (toShare !== null) shareWith(context, toShare);
    toShare = null;
    const ending = context.terminal ?? (isClosed ? endingOf(context) : null);
    return publish(context, numbers, { ...notices.publish(), eventCount, ending });
  }

  function mark(): FoldMark {
    const now = markContext(context);
    const weight = weightOf(now, marked);
    marked = now;
    return { eventCount, isDone, notices: notices.publish(), numbers: numbers.mark(), context: now, weight };
  }

  return { apply, close: () => void (isClosed = true), state, mark };
}

/** Puts the parts of `shown` in place of those in the context that equal them. */
function shareWith(context: FoldContext, { response, items }: FoldState) {
  const output = arrayOf(response?.['output']);
  context.slots.list().forEach((slot, position) => {
    slot.item = shareJson(output[position], slot.item);
    slot.state = shareJson(items[position], slot.state);
  });
  if (context.fields !== null && response !== null) context.fields = shareJson({ ...response, output: [] }, context.fields);
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
