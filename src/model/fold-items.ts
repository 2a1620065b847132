import { isJsonArray, isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { shareJson } from '#base/share-json.ts';
import { wholeNumberOf } from '#protocol/stream-event.ts';
import { edit, setState, slotFor, type FoldContext, type FoldStep } from './fold-context.ts';
import type { AddressedType, Slot } from './fold-slots.ts';

/** `response.output_item.added`. */
export const addItem: FoldStep = ({ slots }, event) => {
  const item = objectOf(event['item']);
  if (item === null) return;
  const index = wholeNumberOf(event['output_index']);
  const id = stringOf(item['id']);
  const there = index === null ? slots.withId(id) : slots.atIndex(index);
  const isStub = there?.state.isStub === true && there.item['type'] === item['type'];
  if (there !== null && isStub) slots.replace(there, withGathered(item, there.item));
  else if (there !== null && index !== null && isReplacedBy(there, item)) slots.replace(there, item);
  else slots.insert(item, index);
};

/** `response.output_item.done`: what it carries is the item. */
export const finishItem: FoldStep = ({ slots }, event) => {
  const item = objectOf(event['item']);
  if (item === null) return;
  const index = wholeNumberOf(event['output_index']);
  const found = index === null ? withoutIndex({ slots }, item) : withIndex({ slots }, item, index);
  const slot = found ?? slots.insert(item, index);
  slots.replace(slot, shareJson(slot.item, item));
  setState(slot, { isOpen: false, preview: null });
};

/** A status event: `item.status`, where the type has such a field. It never delivers a result. */
export function setStatus(type: AddressedType, status: string, hasField = true): FoldStep {
  return (context, event) => {
    const slot = slotFor(context, event, type);
    if (hasField && slot.item['status'] !== status) edit(context, slot)['status'] = status;
    if (slot.state.status !== status) setState(slot, { status });
  };
}

/** A partial image is a preview: no field of the item takes it. */
export const setPreview: FoldStep = (context, event) => {
  setState(slotFor(context, event, 'image_generation_call'), { preview: event });
};

/** Some servers use one index twice (reference §3.5, rule 4): only an item that is open, and of this type or a message that is still empty, is the same one. */
function isReplacedBy({ item: there, state }: Slot, item: JsonObject): boolean {
  if (there['type'] === item['type']) return state.isOpen || isSame(there['id'], item['id']) || isSame(there['call_id'], item['call_id']);
  return state.isOpen && isEmptyMessage(there);
}

function withIndex({ slots }: Pick<FoldContext, 'slots'>, item: JsonObject, index: number): Slot | null {
  const there = slots.atIndex(index);
  if (there === null || there.item['type'] === item['type']) return there;
  const known = withIdOf({ slots }, item);
  if (known?.item['type'] === item['type']) return known;
  return there.state.isOpen && isEmptyMessage(there.item) ? there : null;
}

function withoutIndex({ slots }: Pick<FoldContext, 'slots'>, item: JsonObject): Slot | null {
  const type = stringOf(item['type']);
  return withIdOf({ slots }, item) ?? (type === null ? null : slots.lastOpen(type));
}

function withIdOf({ slots }: Pick<FoldContext, 'slots'>, item: JsonObject): Slot | null {
  const callId = stringOf(item['call_id']);
  return slots.withId(stringOf(item['id'])) ?? (callId === null || callId === '' ? null : slots.withCallId(callId));
}

function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return typeof left === 'string' && left !== '' && left === right;
}

/** A message that nothing was streamed into: some servers announce one before they know that a call will come. */
function isEmptyMessage({ type, content }: JsonObject): boolean {
  return type === 'message' && isBlank(content);
}

function isBlank(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (!isJsonArray(value)) return false;
  return value.every((part) => isJsonObject(part) && isBlank(part['text']) && isBlank(part['refusal']));
}

/** An item that is announced after its first events keeps what these have brought. */
function withGathered(item: JsonObject, stub: JsonObject): JsonObject {
  const gathered = Object.entries(stub).filter(([key, value]) => !isBlank(value) && isBlank(item[key]));
  return { ...item, ...Object.fromEntries(gathered) };
}
