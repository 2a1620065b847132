import { isJsonArray, isJsonObject, stringOf, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { ellipsis } from '#base/truncate.ts';
import { isSettled, itemsIn, partsIn } from '#model/problems/response-places.ts';
import { RESPONSE_OBJECT } from '#model/problems/rule-references.ts';
import type { FindingDraft, ResponseRule, ResponseSubject } from '#model/problems/rule.ts';
import { RESPONSE_STATUSES } from '#protocol/response-fields.ts';

type Kind = 'string' | 'number' | 'whole number' | 'boolean' | 'list' | 'object' | 'null' | 'absent';
type Kinds = Readonly<Record<string, readonly Kind[]>>;

const TEXT = ['string', 'null', 'absent'] as const;
const NUMBER = ['number', 'null', 'absent'] as const;
const SWITCH = ['boolean', 'null', 'absent'] as const;
const LIST = ['list', 'null', 'absent'] as const;
const OBJECT = ['object', 'null', 'absent'] as const;

/** That a required field is missing or null is told by a rule of its own. */
const RESPONSE_FIELDS: Kinds = {
  id: TEXT,
  object: TEXT,
  status: TEXT,
  output: LIST,
  created_at: ['whole number', 'null', 'absent'],
  completed_at: ['whole number', 'null', 'absent'],
  model: TEXT,
  error: OBJECT,
  incomplete_details: OBJECT,
  instructions: ['string', 'list', 'null', 'absent'],
  previous_response_id: TEXT,
  tools: LIST,
  tool_choice: ['string', 'object', 'null', 'absent'],
  parallel_tool_calls: SWITCH,
  text: OBJECT,
  reasoning: OBJECT,
  usage: OBJECT,
  metadata: OBJECT,
  temperature: NUMBER,
  top_p: NUMBER,
  max_output_tokens: NUMBER,
  truncation: TEXT,
  service_tier: TEXT,
  background: SWITCH,
  store: SWITCH,
};

const ITEM_FIELDS: Kinds = { type: ['string'], id: TEXT, status: TEXT };

/** Fields that mean the same in all servers that send them. */
const FIELDS_OF_TYPE: Readonly<Record<string, Kinds>> = {
  message: { role: ['string', 'absent'], content: ['list'] },
  reasoning: { summary: LIST, content: LIST, encrypted_content: TEXT },
  function_call: { call_id: ['string'], name: ['string'], arguments: ['string'] },
  custom_tool_call: { call_id: ['string'], name: ['string'], input: ['string'] },
  mcp_call: { name: ['string'], arguments: ['string'], output: TEXT, error: ['string', 'object', 'null', 'absent'] },
  mcp_list_tools: { tools: LIST },
  mcp_approval_request: { name: ['string'], arguments: ['string'] },
  code_interpreter_call: { code: TEXT, outputs: LIST },
  file_search_call: { queries: LIST, results: LIST },
  image_generation_call: { result: TEXT },
  computer_call: { pending_safety_checks: LIST },
};

const FIELDS_OF_PART: Readonly<Record<string, Kinds>> = {
  output_text: { text: ['string'], annotations: LIST, logprobs: LIST },
  refusal: { refusal: ['string'] },
  reasoning_text: { text: ['string'] },
  summary_text: { text: ['string'] },
};

export const fieldOfWrongKind: ResponseRule = {
  id: 'field-of-wrong-kind',
  severity: 'error',
  title: 'Field of the wrong kind',
  proves:
    'A field holds another kind of value than the API documents: a string where a list belongs, a timestamp with a fraction, an unknown status.',
  suffers: 'Clients that decode into types reject the whole response. Others break where they first use the field, or show nothing.',
  reference: RESPONSE_OBJECT,
  *check(subject) {
    const { response } = subject;
    yield* wrongKinds(response, RESPONSE_FIELDS, []);
    yield* wrongWords(response);
    yield* wholeAsFraction(subject);
    yield* noObjects(response['output'], ['output']);
    for (const placed of itemsIn(subject).filter((each) => isSettled(each, subject))) {
      const { item, path, type, outputIndex } = placed;
      const kinds = { ...ITEM_FIELDS, ...(Object.hasOwn(FIELDS_OF_TYPE, type) ? FIELDS_OF_TYPE[type] : {}) };
      yield* wrongKinds(item, kinds, path, outputIndex);
      if (type === 'message') yield* noObjects(item['content'], [...path, 'content'], outputIndex);
      for (const found of partsIn(placed)) {
        const partKinds = { type: ['string'], ...(Object.hasOwn(FIELDS_OF_PART, found.type) ? FIELDS_OF_PART[found.type] : {}) } as const;
        yield* wrongKinds(found.part, partKinds, found.path, outputIndex);
        yield null;
      }
      yield null;
    }
  },
};

function* wrongKinds(value: JsonObject, kinds: Kinds, path: JsonPath, outputIndex: number | null = null): Generator<FindingDraft> {
  for (const [field, allowed] of Object.entries(kinds)) {
    const held = value[field];
    if (allowed.some((kind) => isOfKind(held, kind))) continue;
    const at = [...path, field];
    yield { text: `${formatDotPath(at)} is ${describe(held)}, not ${expectation(allowed)}`, paths: [at], outputIndex };
  }
}

/** Texts of which only some mean anything. */
function* wrongWords({ object, status }: JsonObject): Generator<FindingDraft> {
  if (typeof object === 'string' && object !== 'response')
    yield { text: `object is ${spell(object)}, not "response"`, paths: [['object']] };
  if (typeof status === 'string' && !RESPONSE_STATUSES.some((known) => known === status))
    yield { text: `status is ${spell(status)}, not one of ${RESPONSE_STATUSES.join(', ')}`, paths: [['status']] };
}

/** `1742424515.0` is read as a whole number by JavaScript and Python, and refused by clients whose integers are of another type. */
function* wholeAsFraction({ response, recording }: ResponseSubject): Generator<FindingDraft> {
  if (recording.kind !== 'json') return;
  for (const field of ['created_at', 'completed_at']) {
    const at = recording.text.indexOf(`"${field}"`);
    const sent = at === -1 ? undefined : /^"\w+"\s*:\s*(\d+\.\d+)/.exec(recording.text.slice(at, at + 60))?.[1];
    if (sent !== undefined && Number.isInteger(response[field]) && Number(sent) === response[field])
      yield { text: `${field} is written as ${sent}, not as a whole number`, paths: [[field]] };
  }
}

function* noObjects(list: JsonValue | undefined, path: JsonPath, outputIndex: number | null = null): Generator<FindingDraft> {
  if (!isJsonArray(list)) return;
  for (const [index, member] of list.entries()) {
    const at = [...path, index];
    if (!isJsonObject(member)) yield { text: `${formatDotPath(at)} is ${describe(member)}, not an object`, paths: [at], outputIndex };
  }
}

function isOfKind(value: JsonValue | undefined, kind: Kind): boolean {
  switch (kind) {
    case 'absent':
      return value === undefined;
    case 'null':
      return value === null;
    case 'list':
      return isJsonArray(value);
    case 'object':
      return isJsonObject(value);
    case 'whole number':
      return typeof value === 'number' && Number.isInteger(value);
    default:
      return typeof value === kind;
  }
}

function expectation(allowed: readonly Kind[]): string {
  const kinds = allowed
    .filter((kind) => kind !== 'absent')
    .map((kind) => (kind === 'null' ? kind : `${kind === 'object' ? 'an' : 'a'} ${kind}`));
  return kinds.length < 2 ? (kinds[0] ?? 'there') : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;
}

function describe(value: JsonValue | undefined): string {
  if (value === undefined) return 'missing';
  if (isJsonArray(value)) return 'a list';
  if (isJsonObject(value)) return 'an object';
  return stringOf(value) === null ? String(value) : `the string ${spell(value)}`;
}

function spell(value: JsonValue): string {
  return JSON.stringify(typeof value === 'string' ? ellipsis(value, 60) : value);
}
