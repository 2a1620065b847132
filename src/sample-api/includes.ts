import { arrayOf, isJsonArray, isJsonObject, objectOf, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import type { Includes, IncludeValue } from './query.ts';

type ItemGate = (item: JsonObject) => JsonObject;

/** What an answer lacks when a value is not asked for (reference §4). A field a sample does not have is not made up. */
const GATES: Readonly<Record<IncludeValue, { readonly itemType: string; readonly close: ItemGate }>> = {
  'web_search_call.action.sources': {
    itemType: 'web_search_call',
    close: (item) => inObject(item, 'action', (action) => without(action, 'sources')),
  },
  'web_search_call.results': { itemType: 'web_search_call', close: (item) => without(item, 'results') },
  'file_search_call.results': { itemType: 'file_search_call', close: (item) => replaced(item, 'results', null) },
  'code_interpreter_call.outputs': { itemType: 'code_interpreter_call', close: (item) => replaced(item, 'outputs', null) },
  'computer_call_output.output.image_url': {
    itemType: 'computer_call_output',
    close: (item) => inObject(item, 'output', (output) => replaced(output, 'image_url', null)),
  },
  'message.input_image.image_url': {
    itemType: 'message',
    close: (item) => inParts(item, 'input_image', (part) => replaced(part, 'image_url', null)),
  },
  'message.output_text.logprobs': { itemType: 'message', close: (item) => inParts(item, 'output_text', withoutLogprobs) },
  'reasoning.encrypted_content': { itemType: 'reasoning', close: (item) => without(item, 'encrypted_content') },
};

/** The item as it is sent to a request that asked for `include`; the very same object when nothing is held back. */
export function gateItem(item: JsonValue, include: Includes): JsonValue {
  if (!isJsonObject(item)) return item;
  return Object.entries(GATES).reduce<JsonObject>((gated, [value, gate]) => {
    const isOpen = gate.itemType !== item['type'] || (include as ReadonlySet<string>).has(value);
    return isOpen ? gated : gate.close(gated);
  }, item);
}

/** `gateItem` for a list; the very same array when nothing is held back. */
export function gateItems(items: JsonArray, include: Includes): JsonArray {
  return mapped(items, (item) => gateItem(item, include));
}

/** `gateItem` for the output of a Response. */
export function gateResponse(response: JsonObject, include: Includes): JsonObject {
  return isJsonArray(response['output']) ? replaced(response, 'output', gateItems(response['output'], include)) : response;
}

/** `gateItem` for whatever an event carries: a response, an item, a part, the log probabilities of a delta. */
export function gateEvent(event: JsonObject, include: Includes): JsonObject {
  let gated = inObject(event, 'response', (response) => gateResponse(response, include));
  if (isJsonObject(event['item'])) gated = replaced(gated, 'item', gateItem(event['item'], include));
  if (include.has('message.output_text.logprobs')) return gated;
  return withoutLogprobs(inObject(gated, 'part', withoutLogprobs));
}

/** OpenAI sends an empty list rather than leaving log probabilities out. */
function withoutLogprobs(holder: JsonObject): JsonObject {
  return arrayOf(holder['logprobs']).length > 0 ? replaced(holder, 'logprobs', []) : holder;
}

function inParts(item: JsonObject, partType: string, close: ItemGate): JsonObject {
  const { content } = item;
  if (!isJsonArray(content)) return item;
  return replaced(
    item,
    'content',
    mapped(content, (part) => (isJsonObject(part) && part['type'] === partType ? close(part) : part)),
  );
}

function inObject(holder: JsonObject, name: string, change: (value: JsonObject) => JsonObject): JsonObject {
  const value = objectOf(holder[name]);
  return value ? replaced(holder, name, change(value)) : holder;
}

function mapped(values: JsonArray, change: (value: JsonValue) => JsonValue): JsonArray {
  const changed = values.map(change);
  return changed.some((value, index) => value !== values[index]) ? changed : values;
}

function replaced(holder: JsonObject, name: string, value: JsonValue): JsonObject {
  return Object.hasOwn(holder, name) && holder[name] !== value ? { ...holder, [name]: value } : holder;
}

function without(holder: JsonObject, name: string): JsonObject {
  if (!Object.hasOwn(holder, name)) return holder;
  const { [name]: _left, ...rest } = holder;
  return rest;
}
