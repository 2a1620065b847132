import type { DraftArray, DraftObject } from '#base/json-draft.ts';
import { isJsonArray, isJsonObject, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { shareJson } from '#base/share-json.ts';
import { wholeNumberOf } from '#protocol/stream-event.ts';
import { edit, slotFor, type FoldContext, type FoldStep } from './fold-context.ts';
import { makePlace, placeOf, type AddressedType, type Slot } from './fold-slots.ts';

/** A kind of text that is streamed into the parts of an item. */
export type TextKind = {
  readonly itemType: AddressedType;
  /** The item's list of parts. */
  readonly list: 'content' | 'summary';
  /** The field of an event that says which part. */
  readonly index: 'content_index' | 'summary_index';
  /** The part that a first delta makes where none was added. */
  readonly part: JsonObject;
  /** The field of the part that takes the text; also that of the event with the whole text. */
  readonly field: 'text' | 'refusal';
};

const CONTENT = { list: 'content', index: 'content_index' } as const;
export const OUTPUT_TEXT: TextKind = { ...CONTENT, itemType: 'message', part: { type: 'output_text', annotations: [] }, field: 'text' };
export const REFUSAL: TextKind = { ...CONTENT, itemType: 'message', part: { type: 'refusal' }, field: 'refusal' };
export const REASONING_TEXT: TextKind = { ...CONTENT, itemType: 'reasoning', part: { type: 'reasoning_text' }, field: 'text' };
export const SUMMARY_TEXT: TextKind = {
  itemType: 'reasoning',
  list: 'summary',
  index: 'summary_index',
  part: { type: 'summary_text' },
  field: 'text',
};

/** A delta: its text goes to the end of the part, its log probabilities to the end of the part's. */
export function appendText(kind: TextKind): FoldStep {
  return (context, event) => {
    const delta = stringOf(event['delta']);
    if (delta === null) return;
    const { part } = partFor(context, event, kind, null);
    part[kind.field] = (stringOf(part[kind.field]) ?? '') + delta;
    const { logprobs } = event;
    if (isJsonArray(logprobs) && logprobs.length > 0) context.draft.arrayAt(part, 'logprobs').push(...logprobs);
  };
}

/** The whole text of a part: it wins over what was gathered. */
export function setText(kind: TextKind): FoldStep {
  return (context, event) => {
    const text = stringOf(event[kind.field]);
    if (text === null) return;
    const { part, slot, place } = partFor(context, event, kind, text);
    if (part[kind.field] !== text) part[kind.field] = text;
    const { logprobs } = event;
    if (isJsonArray(logprobs) && logprobs.length > 0) part['logprobs'] = logprobs;
    closePart(slot, kind, place);
  };
}

/** A part as a whole, at its start or at its end. The kind tells by the part where the event does not. */
export function setPart(kindOf: (part: JsonObject) => TextKind, isDone: boolean): FoldStep {
  return (context, event) => {
    const part = objectOf(event['part']);
    if (part === null) return;
    const kind = kindOf(part);
    const slot = slotFor(context, event, kind.itemType);
    const list = context.draft.arrayAt(edit(context, slot), kind.list);
    const index = wholeNumberOf(event[kind.index]);
    const known = index === null ? -1 : placeOf(slot, kind.list, list, index);
    const found = isDone ? placeForText(slot, kind, list, event, stringOf(part[kind.field])) : known;
    const place = found === -1 ? makePlace(slot, kind.list, list, index) : found;
    list[place] = shareJson(list[place], part);
    if (isDone) closePart(slot, kind, place);
  };
}

export const addAnnotation: FoldStep = (context, event) => {
  const annotation = objectOf(event['annotation']);
  if (annotation === null) return;
  const { part } = partFor(context, event, OUTPUT_TEXT, null);
  const annotations = context.draft.arrayAt(part, 'annotations');
  const index = wholeNumberOf(event['annotation_index']) ?? annotations.length;
  annotations[Math.min(index, annotations.length)] = annotation;
};

/** Which kind a content part is: `reasoning_text` belongs to reasoning, all others to a message. */
export function kindOfContentPart(part: JsonObject): TextKind {
  if (part['type'] === 'reasoning_text') return REASONING_TEXT;
  return part['type'] === 'refusal' ? REFUSAL : OUTPUT_TEXT;
}

type FoundPart = { readonly slot: Slot; readonly part: DraftObject; readonly place: number };

/** The part that an event is about, made where it is missing. `text` is the whole text where the event has it. */
function partFor(context: FoldContext, event: JsonObject, kind: TextKind, text: string | null): FoundPart {
  const slot = slotFor(context, event, kind.itemType);
  const list = context.draft.arrayAt(edit(context, slot), kind.list);
  const found = placeForText(slot, kind, list, event, text);
  const place = found === -1 ? makePlace(slot, kind.list, list, wholeNumberOf(event[kind.index])) : found;
  if (found === -1) list[place] = { ...kind.part, [kind.field]: '' };
  return { slot, part: context.draft.memberAt(list, place), place };
}

/**
 * Where the part stands that a text belongs to, or -1. Some servers count `content_index` up with every delta: an index that nobody
 * announced means the last part as long as that is of the same kind and not done (reference §3.5, rule 6), or has this very text already.
 */
function placeForText(slot: Slot, kind: TextKind, list: DraftArray, event: JsonObject, text: string | null): number {
  const index = wholeNumberOf(event[kind.index]);
  const place = placeOf(slot, kind.list, list, index);
  const last = list.at(-1);
  if (place !== -1 && index !== null) return place;
  if (kind.list === 'summary' && index !== null) return -1;
  const lastText = isJsonObject(last) ? stringOf(last[kind.field]) : null;
  if (lastText === null) return -1;
  const isDone = kind.list === 'content' && slot.doneParts >= list.length;
  return isDone && lastText !== text ? -1 : list.length - 1;
}

function closePart(slot: Slot, kind: TextKind, place: number) {
  if (kind.list === 'content') slot.doneParts = Math.max(slot.doneParts, place + 1);
}
