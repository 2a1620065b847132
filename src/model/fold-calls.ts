import type { DraftObject } from '#base/json-draft.ts';
import { arrayOf, isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { shareJson } from '#base/share-json.ts';
import { wholeNumberOf } from '#protocol/stream-event.ts';
import { edit, slotFor, type FoldContext, type FoldStep } from './fold-context.ts';
import { makePlace, placeOf, type AddressedType, type Slot } from './fold-slots.ts';

/** A delta of a text that is a field of the item itself, such as the arguments of a call. */
export function appendField(type: AddressedType, field: string): FoldStep {
  return (context, event) => {
    const delta = stringOf(event['delta']);
    if (delta === null) return;
    const item = edit(context, slotFor(context, event, type));
    item[field] = (stringOf(item[field]) ?? '') + delta;
  };
}

/** The whole of such a text. Some servers send only this, and the name of a function with it. */
export function setField(type: AddressedType, field: string): FoldStep {
  return (context, event) => {
    const value = event[field];
    if (value === undefined || value === null) return;
    const item = edit(context, slotFor(context, event, type));
    item[field] = value;
    const name = stringOf(event['name']);
    if (name !== null && item['name'] === undefined) item['name'] = name;
  };
}

/** `response.shell_call_command.*`: one of the commands in the call's action. They carry no `item_id`. */
export const setCommand: FoldStep = (context, event) => {
  const command = stringOf(event['command']);
  if (command !== null) changeCommand(context, event, () => command);
};

export const appendCommand: FoldStep = (context, event) => {
  const delta = stringOf(event['delta']);
  if (delta !== null) changeCommand(context, event, (before) => before + delta);
};

function changeCommand(context: FoldContext, event: JsonObject, change: (before: string) => string) {
  const slot = slotFor(context, event, 'shell_call');
  const action = context.draft.objectAt(edit(context, slot), 'action');
  const commands = context.draft.arrayAt(action, 'commands');
  const place = memberPlace(slot, 'action.commands', commands, wholeNumberOf(event['command_index']));
  commands[place] = change(stringOf(commands[place]) ?? '');
}

/** What a shell wrote, as it comes: `delta` holds `stdout`, `stderr` or both. */
export const appendShellOutput: FoldStep = (context, event) => {
  const delta = objectOf(event['delta']);
  if (delta === null) return;
  const { output, place } = shellOutput(context, event);
  const entry = context.draft.memberAt(output, place);
  for (const stream of ['stdout', 'stderr']) {
    const text = stringOf(delta[stream]);
    if (text !== null) entry[stream] = (stringOf(entry[stream]) ?? '') + text;
  }
};

/** The whole output of one command. */
export const setShellOutput: FoldStep = (context, event) => {
  const [entry] = arrayOf(event['output']);
  if (!isJsonObject(entry)) return;
  const { output, place } = shellOutput(context, event);
  output[place] = shareJson(output[place], entry);
};

function shellOutput(context: FoldContext, event: JsonObject) {
  const slot = slotFor(context, event, 'shell_call_output');
  const output = context.draft.arrayAt(edit(context, slot), 'output');
  return { output, place: memberPlace(slot, 'output', output, wholeNumberOf(event['command_index'])) };
}

/** `response.apply_patch_call_operation_diff.*`: in neither the SDK nor the specification, but sent. */
export const appendDiff: FoldStep = (context, event) => {
  const delta = stringOf(event['delta']);
  if (delta !== null) changeDiff(context, event, (before) => before + delta);
};

export const setDiff: FoldStep = (context, event) => {
  const diff = stringOf(event['diff']);
  if (diff !== null) changeDiff(context, event, () => diff);
};

function changeDiff(context: FoldContext, event: JsonObject, change: (before: string) => string) {
  const operation: DraftObject = context.draft.objectAt(edit(context, slotFor(context, event, 'apply_patch_call')), 'operation');
  operation['diff'] = change(stringOf(operation['diff']) ?? '');
}

/** The place of a member that may be new. `list` is what stands at `key` of the item. */
function memberPlace(slot: Slot, key: string, list: JsonValue[], index: number | null): number {
  const place = placeOf(slot, key, list, index);
  return place === -1 ? makePlace(slot, key, list, index) : place;
}
