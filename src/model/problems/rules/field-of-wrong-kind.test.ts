import { describe, expect, it } from 'vitest';
import { findingsIn, findingsInStream, findingsInText } from '#testing/rule-findings.ts';
import { fieldOfWrongKind } from './field-of-wrong-kind.ts';
import type { JsonObject } from '#base/json.ts';

describe('field-of-wrong-kind', () => {
  const texts = (response: JsonObject) => findingsIn(fieldOfWrongKind, response).map(({ text }) => text);

  it.each<readonly [JsonObject, string]>([
    [{ id: 7 }, 'id is 7, not a string or null'],
    [{ output: {} }, 'output is an object, not a list or null'],
    [{ object: 'chat.completion' }, 'object is "chat.completion", not "response"'],
    [{ status: 'done' }, 'status is "done", not one of queued, in_progress, completed, incomplete, failed, cancelled'],
    [{ created_at: 1.5 }, 'created_at is 1.5, not a whole number or null'],
    [{ error: 'overloaded' }, 'error is the string "overloaded", not an object or null'],
    [{ output: ['hello'] }, 'output[0] is the string "hello", not an object'],
    [{ output: [{ id: 'msg_1' }] }, 'output[0].type is missing, not a string'],
    [{ output: [{ type: 'message', content: 'hello' }] }, 'output[0].content is the string "hello", not a list'],
    [{ output: [{ type: 'message', content: [{ type: 'output_text', text: null }] }] }, 'output[0].content[0].text is null, not a string'],
    [
      { output: [{ type: 'function_call', call_id: 'call_1', name: 'add', arguments: {} }] },
      'output[0].arguments is an object, not a string',
    ],
    [{ output: [{ type: 'function_call', call_id: null, name: 'add', arguments: '{}' }] }, 'output[0].call_id is null, not a string'],
  ])('%j', (response, expected) => {
    expect(texts(response)).toEqual([expected]);
  });

  it('takes what servers leave out or set to null, and fields that nobody told us about', () => {
    const item = { type: 'reasoning', summary: null, colour: 7 };
    expect(texts({ id: 'resp_1', error: null, usage: null, billing: 3, output: [item, { type: 'vendor:search', action: 'go' }] })).toEqual(
      [],
    );
  });

  it('says where: path and item', () => {
    const [finding] = findingsIn(fieldOfWrongKind, { output: [{ type: 'reasoning' }, { type: 'message', content: {} }] });
    expect(finding).toMatchObject({ paths: [['output', 1, 'content']], outputIndex: 1 });
  });

  it('expects nothing of items that a stream broke off in, or told in parts only', () => {
    const open = '0 created {"response":{"id":"resp_1"}}\n1 output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1"}}';
    expect(findingsInStream(fieldOfWrongKind, open)).toEqual([]);
    expect(findingsInStream(fieldOfWrongKind, '7 function_call_arguments.delta {"output_index":0,"delta":"{"}')).toEqual([]);
    expect(findingsInStream(fieldOfWrongKind, open.replace('added', 'done'))).toMatchObject([
      { text: 'output[0].content is missing, not a list' },
    ]);
  });

  it('sees a whole number that is written as a fraction', () => {
    expect(findingsInText(fieldOfWrongKind, '{"created_at": 1742424515.0, "output": []}')).toEqual([
      { text: 'created_at is written as 1742424515.0, not as a whole number', paths: [['created_at']] },
    ]);
    expect(findingsInText(fieldOfWrongKind, '{"created_at": 1742424515, "output": []}')).toEqual([]);
  });
});
