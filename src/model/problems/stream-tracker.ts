import { isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { isTerminalEvent } from '#protocol/event-types.ts';
import { sequenceNumberOf, wholeNumberOf } from '#protocol/stream-event.ts';
import type { EventSubject } from './event-subjects.ts';
import type { SeenEvent } from './rule.ts';
import {
  closeText,
  createTrackedItems,
  partOf,
  textOf,
  type ItemEntry,
  type TextEntry,
  type TrackedItem,
  type TrackedPart,
  type TrackedText,
} from './tracked-items.ts';

/** What the event that is being heard is about. The next event changes it, so nobody may keep it. */
type EventFocus = {
  /** Null for events about no item, and for types nobody has told us about. */
  readonly subject: EventSubject | null;
  readonly item: TrackedItem | null;
  /** This event is the first that tells of the item. */
  readonly isNewItem: boolean;
  /** The item whose place an `output_item.added` takes. */
  readonly displaced: TrackedItem | null;
  readonly part: TrackedPart | null;
  /** This event is the first that tells of the part. */
  readonly isNewPart: boolean;
  /** The text that a delta belongs to, or that is given as a whole now; null where no delta came before the whole. */
  readonly text: TrackedText | null;
  /** What the last status event said of the item before this one, and which that was. */
  readonly statusBefore: string | null;
  readonly statusBeforeAt: number | null;
};

/** What several rules want to know of a stream, found out once per event. */
export type StreamTracker = {
  readonly focus: EventFocus;
  /** All items in the order of their first events, also those whose place was taken. */
  readonly items: () => readonly TrackedItem[];
  /** The stream was joined half-way, so that items without a beginning are as expected. */
  readonly isPart: () => boolean;
  /** The first terminal event; null before it. */
  readonly terminalAt: () => number | null;
};

/** A tracker, and how it is fed: before the watchers hear an event. */
type FedTracker = { readonly tracker: StreamTracker; readonly take: (event: SeenEvent, subject: EventSubject | null) => void };

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

export function createStreamTracker(): FedTracker {
  const items = createTrackedItems();
  const focus = newFocus();
  let isFirst = true;
  let isPart = false;
  let terminalAt: number | null = null;
  /** What was compared while the last event was heard, and is not needed any more. */
  let wholeText: TextEntry | null = null;
  let doneItem: ItemEntry | null = null;
  let isOver = false;

  function take(event: SeenEvent, subject: EventSubject | null) {
    letGo();
    clear(focus, subject);
    if (isFirst) isPart = (sequenceNumberOf(event.json) ?? 0) > 0 && event.type !== 'response.created';
    isFirst = false;
    if (subject !== null) takeSubject(event, subject);
    else if (isTerminalEvent(event.type)) terminalAt ??= event.index;
  }

  function letGo() {
    if (wholeText !== null) {
      wholeText.gathered = '';
      wholeText.gatheredErrors = '';
      wholeText = null;
    }
    if (doneItem !== null) {
      doneItem.openTexts = null;
      doneItem = null;
    }
    if (terminalAt === null || isOver) return;
    isOver = true;
    for (const entry of items.list()) entry.done = null;
  }

  function takeSubject({ json, index }: SeenEvent, subject: EventSubject) {
    const before = items.list().length;
    const entry = entryOf(json, index, subject);
    if (entry === null) return;
    focus.item = entry;
    focus.isNewItem = items.list().length > before;
    if (subject.step === 'status') {
      focus.statusBefore = entry.status;
      focus.statusBeforeAt = entry.statusAt;
      entry.status = subject.status;
      entry.statusAt = index;
    }
    const place = subject.indexField === null ? null : wholeNumberOf(json[subject.indexField]);
    if (subject.list !== null) takePart(entry, place, index, subject);
    if (subject.step === 'text-delta') takeDelta(entry, place, index, subject, json['delta']);
    else if (subject.step === 'text-done' && subject.text !== null) {
      wholeText = closeText(entry, subject.text, place);
      focus.text = wholeText;
    }
  }

  function entryOf(json: JsonObject, index: number, { step, itemType }: EventSubject): ItemEntry | null {
    if (step !== 'item-added' && step !== 'item-done') return items.ofEvent(json, itemType ?? typeOfPart(json['part']), index);
    const item = objectOf(json['item']);
    if (item === null) return null;
    if (step === 'item-done') {
      doneItem = items.finish(json, item, index);
      return doneItem;
    }
    const { entry, displaced } = items.add(json, item, index);
    focus.displaced = displaced;
    return entry;
  }

  function takePart(entry: ItemEntry, place: number | null, index: number, { step, list }: EventSubject) {
    if (list === null) return;
    const before = entry.parts?.size ?? 0;
    const part = partOf(entry, list, place, index);
    if (step === 'part-added') part.addedAt ??= index;
    else if (step === 'part-done') part.doneAt ??= index;
    focus.part = part;
    focus.isNewPart = (entry.parts?.size ?? 0) > before;
  }

  function takeDelta(entry: ItemEntry, place: number | null, index: number, { text: name }: EventSubject, delta: JsonValue | undefined) {
    if (name === null) return;
    const text = textOf(entry, name, place, index);
    text.deltaCount += 1;
    text.lastDelta = index;
    if (typeof delta === 'string') text.gathered += delta;
    else if (isJsonObject(delta)) {
      text.gathered += stringOf(delta['stdout']) ?? '';
      text.gatheredErrors += stringOf(delta['stderr']) ?? '';
    }
    focus.text = text;
  }

  const tracker: StreamTracker = { focus, items: items.list, isPart: () => isPart, terminalAt: () => terminalAt };
  return { tracker, take };
}

function newFocus(): Writable<EventFocus> {
  return {
    subject: null,
    item: null,
    isNewItem: false,
    displaced: null,
    part: null,
    isNewPart: false,
    text: null,
    statusBefore: null,
    statusBeforeAt: null,
  };
}

/** Written out: this runs for every event. */
function clear(focus: Writable<EventFocus>, subject: EventSubject | null) {
  focus.subject = subject;
  focus.item = null;
  focus.isNewItem = false;
  focus.displaced = null;
  focus.part = null;
  focus.isNewPart = false;
  focus.text = null;
  focus.statusBefore = null;
  focus.statusBeforeAt = null;
}

/** Content parts are those of messages, except one. */
function typeOfPart(part: JsonValue | undefined): string {
  return objectOf(part)?.['type'] === 'reasoning_text' ? 'reasoning' : 'message';
}
