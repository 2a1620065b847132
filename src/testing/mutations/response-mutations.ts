import {
  arrayOf,
  isJsonObject,
  numberOf,
  objectOf,
  stringOf,
  tryParseJson,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '#base/json.ts';
import type { BrokenBody, Choose, Mutation } from './mutation.ts';

/** An invented key in the shape of those of the API. */
const INVENTED_KEY = `sk-proj-${'Zq7Wd3Kx9Rb2Tn5Vm8Hc'.repeat(2)}`;

/** What can be wrong with a Response. */
export const RESPONSE_MUTATIONS = {
  /** A stream has an output by its items, so that this is broken by `terminal-output-empty`. */
  'required-field-missing': {
    breaks: 'response',
    apply: (body, choose) => {
      const field = choose(['id', 'object', 'status'].filter((name) => name in body));
      if (field === undefined) return null;
      return { body: Object.fromEntries(Object.entries(body).filter(([name]) => name !== field)), path: [field] };
    },
  },
  'field-of-wrong-kind': {
    breaks: 'response',
    apply: (body, choose) => {
      const [field, value] = choose<readonly [string, JsonValue]>([
        ['status', 200],
        ['output', {}],
        ['id', 17],
        ['usage', 'much'],
      ]) ?? ['id', 17];
      return field in body ? { body: { ...body, [field]: value }, path: [field] } : null;
    },
  },
  'usage-does-not-add-up': {
    breaks: 'response',
    apply: (body) => {
      const usage = objectOf(body['usage']);
      const total = numberOf(usage?.['total_tokens']);
      if (usage === null || total === null || numberOf(usage['input_tokens']) === null || numberOf(usage['output_tokens']) === null)
        return null;
      return { body: { ...body, usage: { ...usage, total_tokens: total + 7 } }, path: ['usage'] };
    },
  },
  'cut-off-by-max-output-tokens': {
    breaks: 'response',
    apply: (body) =>
      body['status'] === 'completed'
        ? { body: { ...body, status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }, path: ['incomplete_details'] }
        : null,
  },
  'arguments-not-json': atAnItem(isFinishedCall, (item) => ({ ...item, arguments: stringOf(item['arguments'])?.slice(0, -1) ?? '' }), [
    'arguments',
  ]),
  'arguments-not-fitting-schema': atAnItem(
    (item, body) => isFinishedCall(item) && requiredOf(schemaOf(body, item)).length > 0,
    (item, body) => ({ ...item, arguments: JSON.stringify(lacking(item['arguments'], requiredOf(schemaOf(body, item)))) }),
    ['arguments'],
  ),
  'structured-output-unreadable': atAStructuredText((text) => text.slice(0, -2)),
  'structured-output-not-fitting-schema': atAStructuredText((text, schema) => JSON.stringify(lacking(text, requiredOf(schema)))),
  'annotation-outside-text': atAPart(
    (part) => arrayOf(part['annotations']).some((annotation) => isJsonObject(annotation) && typeof annotation['start_index'] === 'number'),
    (part) => ({
      ...part,
      annotations: arrayOf(part['annotations']).map((annotation) => outside(annotation, stringOf(part['text']) ?? '')),
    }),
  ),
  'unknown-item': withItem({ type: 'daydream_call', id: 'dd_1', status: 'completed', sheep: 7 }),
  'unknown-part': atAPart(
    (part) => part['type'] === 'output_text',
    (part) => ({ ...part, type: 'output_scent' }),
  ),
  'call-without-output': withItem({
    type: 'function_call',
    id: 'fc_left',
    call_id: 'call_left_without_output',
    name: 'look_up',
    arguments: '{}',
    status: 'completed',
  }),
  'call-left-open': atAnItem(
    (item, body) => stringOf(item['type'])?.endsWith('_call') === true && item['status'] === 'completed' && body['status'] === 'completed',
    (item) => ({ ...item, status: item['type'] === 'image_generation_call' ? 'generating' : 'in_progress' }),
    ['status'],
  ),
  'secret-in-data': atAPart(
    (part) => part['type'] === 'output_text' && typeof part['text'] === 'string',
    (part) => ({ ...part, text: `${stringOf(part['text']) ?? ''} Use ${INVENTED_KEY} for it.` }),
  ),
  'stored-differs': {
    breaks: 'response',
    apply: (body, choose) => {
      const changed = changePart(
        body,
        choose,
        (part) => typeof part['text'] === 'string' && part['text'] !== '',
        (part) => ({ ...part, text: `${stringOf(part['text'])?.slice(1)} and more` }),
      );
      return changed === null ? null : { body, stored: changed.body, ...(changed.path && { path: changed.path }) };
    },
  },
} as const satisfies Readonly<Record<string, Mutation>>;

type Change = (value: JsonObject, body: JsonObject) => JsonObject;
type Fits = (value: JsonObject, body: JsonObject) => boolean;

/** Changes one output item that fits; `field` is where the finding has to point. */
function atAnItem(fits: Fits, change: Change, field: JsonPath): Mutation {
  const apply = (body: JsonObject, choose: Choose): BrokenBody | null => {
    const output = arrayOf(body['output']);
    const place = choose([...output.keys()].filter((index) => fits(objectOf(output[index]) ?? {}, body)));
    if (place === undefined) return null;
    const changed = output.map((item, index) => (index === place ? change(objectOf(item) ?? {}, body) : item));
    return { body: { ...body, output: changed }, path: ['output', place, ...field] };
  };
  return { breaks: 'response', apply };
}

/** Adds an item behind all others. */
function withItem(item: JsonObject): Mutation {
  const apply = (body: JsonObject): BrokenBody | null => {
    const output = arrayOf(body['output']);
    return body['status'] === 'completed' ? { body: { ...body, output: [...output, item] }, path: ['output', output.length] } : null;
  };
  return { breaks: 'response', apply };
}

/** Changes one content part of a message. */
function atAPart(fits: Fits, change: Change): Mutation {
  return { breaks: 'response', apply: (body, choose) => changePart(body, choose, fits, change) };
}

function atAStructuredText(change: (text: string, schema: JsonObject) => string): Mutation {
  const apply = (body: JsonObject, choose: Choose): BrokenBody | null => {
    const format = objectOf(objectOf(body['text'])?.['format']);
    const schema = objectOf(format?.['schema']);
    if (schema === null || requiredOf(schema).length === 0 || body['status'] !== 'completed') return null;
    return changePart(
      body,
      choose,
      (part) => part['type'] === 'output_text' && tryParseJson(stringOf(part['text']) ?? '').ok,
      (part) => ({ ...part, text: change(stringOf(part['text']) ?? '', schema) }),
    );
  };
  return { breaks: 'response', apply };
}

function changePart(body: JsonObject, choose: Choose, fits: Fits, change: Change): BrokenBody | null {
  const output = arrayOf(body['output']);
  const places = output.flatMap((item, itemPlace) => {
    const message = objectOf(item);
    if (message?.['type'] !== 'message') return [];
    const parts = arrayOf(message['content']);
    return [...parts.keys()].filter((part) => fits(objectOf(parts[part]) ?? {}, body)).map((part) => ({ message, parts, itemPlace, part }));
  });
  const place = choose(places);
  if (place === undefined) return null;
  const content = place.parts.map((part, index) => (index === place.part ? change(objectOf(part) ?? {}, body) : part));
  const changed = output.map((item, index) => (index === place.itemPlace ? { ...place.message, content } : item));
  return { body: { ...body, output: changed }, path: ['output', place.itemPlace, 'content', place.part] };
}

function isFinishedCall(item: JsonObject): boolean {
  const parsed = tryParseJson(stringOf(item['arguments']) ?? '');
  return item['type'] === 'function_call' && item['status'] === 'completed' && parsed.ok && isJsonObject(parsed.value);
}

/** What the arguments of a call have to look like; null where its tool is not among those given, or says nothing. */
function schemaOf(body: JsonObject, call: JsonObject): JsonObject | null {
  const tools = arrayOf(body['tools']).filter(isJsonObject);
  return objectOf(tools.find((tool) => tool['type'] === 'function' && tool['name'] === call['name'])?.['parameters']);
}

function requiredOf(schema: JsonObject | null): readonly string[] {
  return arrayOf(schema?.['required']).filter((name) => typeof name === 'string');
}

/** An object written as JSON, without its required fields. */
function lacking(text: JsonValue | undefined, required: readonly string[]): JsonObject {
  const parsed = tryParseJson(stringOf(text) ?? '');
  const object = parsed.ok ? (objectOf(parsed.value) ?? {}) : {};
  return Object.fromEntries(Object.entries(object).filter(([name]) => !required.includes(name)));
}

function outside(annotation: JsonValue, text: string): JsonValue {
  if (!isJsonObject(annotation) || typeof annotation['start_index'] !== 'number') return annotation;
  return { ...annotation, start_index: text.length + 5, end_index: text.length + 12 };
}
