import fc from 'fast-check';
import type { JsonValue } from '#base/json.ts';
import { EVENT_TYPES, EXTRA_EVENT_TYPES } from '#protocol/event-types.ts';
import { OUTPUT_ITEM_TYPES } from '#protocol/item-types.ts';

const type = fc.constantFrom(...EVENT_TYPES, ...EXTRA_EVENT_TYPES, 'response.paused', 'floway:pulse', 'toString', '');
const id = fc.constantFrom('msg_1', 'fc_1', 'rs_1', '', null);
const place = fc.constantFrom<JsonValue>(0, 1, 2, 7, -1, 1.5, 900_000_000, 9_007_199_254_740_991, '1', null, {}, []);
const text = fc.constantFrom<JsonValue>('a', 'é', '', null, 3, {}, [[]]);
const part = fc.oneof(
  fc.record({ type: fc.constantFrom('output_text', 'refusal', 'reasoning_text', 'summary_text', 'other'), text }, { requiredKeys: [] }),
  fc.constantFrom<JsonValue>(null, 1, 'part', []),
);
const item = fc.oneof(
  fc.record(
    {
      type: fc.constantFrom(...OUTPUT_ITEM_TYPES, 'x_search_call'),
      id,
      call_id: id,
      status: fc.constantFrom('in_progress', 'completed', null),
      content: fc.oneof(fc.array(part, { maxLength: 3 }), text),
      summary: fc.oneof(fc.array(part, { maxLength: 3 }), text),
      arguments: text,
      action: fc.constantFrom<JsonValue>({ commands: ['ls'] }, { commands: 'ls' }, null),
      output: fc.constantFrom<JsonValue>([{ stdout: 'a' }], 'a', [null], {}),
      operation: fc.constantFrom<JsonValue>({ type: 'create_file', diff: 1 }, [], null),
    },
    { requiredKeys: [] },
  ),
  fc.constantFrom<JsonValue>(null, 1, 'item', []),
);
/** What may stand where a Response should. */
export const oddResponse = fc.oneof(
  fc.record(
    {
      id: fc.constantFrom('resp_1', 'resp_2', null),
      status: text,
      output: fc.oneof(fc.array(item, { maxLength: 3 }), text),
      error: fc.constantFrom<JsonValue>(null, {}, 'x'),
    },
    { requiredKeys: [] },
  ),
  fc.constantFrom<JsonValue>(null, 'response', [], 7),
);
/** JSON of an event that may be in order, odd or nonsense; few IDs and places, so that events meet. */
export const oddEvent = fc.record(
  {
    type,
    sequence_number: fc.oneof(fc.nat(40), place),
    output_index: place,
    content_index: place,
    summary_index: place,
    command_index: place,
    annotation_index: place,
    item_id: id,
    delta: fc.oneof(text, fc.constantFrom<JsonValue>({ stdout: 'a' }, { stderr: 1 })),
    text,
    arguments: text,
    command: text,
    diff: text,
    output: fc.constantFrom<JsonValue>([{ stdout: 'a' }], [], null, 'a'),
    part,
    item,
    response: oddResponse,
    annotation: fc.constantFrom<JsonValue>({ type: 'url_citation' }, null, 1),
    logprobs: fc.constantFrom<JsonValue>([], [{ token: 'a' }], null, 'a'),
    error: fc.constantFrom<JsonValue>({ code: 1, message: [] }, null, 'x'),
  },
  { requiredKeys: ['type'] },
);
