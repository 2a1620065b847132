import { describe, expect, it } from 'vitest';
import { streamFindings } from '#testing/rule-findings.ts';
import { doneItemDiffersFromTerminal } from './done-item-differs-from-terminal.ts';

describe('done-item-differs-from-terminal', () => {
  const stream = (done: string, final: string) => `
    0 created {"response":{"id":"resp_1"}}
    1 output_item.added {"output_index":0,"item":{"type":"function_call","id":"fc_1"}}
    2 output_item.done {"output_index":0,"item":${done}}
    3 completed {"response":{"id":"resp_1","status":"completed","output":[${final}]}}`;
  const call = (fields: string) => `{"type":"function_call","id":"fc_1",${fields}}`;
  const texts = (done: string, final: string) => streamFindings(doneItemDiffersFromTerminal, stream(done, final)).map(({ text }) => text);

  it('names the fields that differ, with the events and the places', () => {
    const found = streamFindings(
      doneItemDiffersFromTerminal,
      stream(call('"call_id":"call_1","status":"completed"'), call('"call_id":"call_2","status":null')),
    );
    expect(found).toEqual([
      {
        text: 'output[0] (function_call): call_id is "call_1" in response.output_item.done and "call_2" in response.completed; status is "completed" in response.output_item.done and null in response.completed',
        events: [2, 3],
        paths: [
          ['output', 0, 'call_id'],
          ['output', 0, 'status'],
        ],
        outputIndex: 0,
        texts: null,
      },
    ]);
  });

  it('lays long texts side by side', () => {
    const [done, final] = ['a'.repeat(50), 'b'.repeat(50)] as const;
    const [finding] = streamFindings(doneItemDiffersFromTerminal, stream(call(`"arguments":"${done}"`), call(`"arguments":"${final}"`)));
    expect(finding?.texts).toEqual({ labels: ['response.output_item.done', 'response.completed'], texts: [done, final] });
  });

  it('tells items that are in one of the two only', () => {
    expect(texts(call('"name":"add"'), '')).toEqual([]);
    expect(texts(call('"name":"add"'), '{"type":"message","id":"msg_1"}')).toEqual([
      'an item of type function_call was done at output_index 0, but response.completed does not have it: 1 item streamed, 1 in response.completed',
      'output[0] (message) of response.completed was never streamed: 1 item streamed, 1 in response.completed',
    ]);
    expect(texts(call('"name":"add"'), `{"type":"message","id":"msg_1"},${call('"name":"add"')}`)).toEqual([
      'output[0] (message) of response.completed was never streamed: 1 item streamed, 2 in response.completed',
    ]);
  });

  it('passes by what harms nobody', () => {
    expect(
      texts(call('"name":"add","encrypted_content":"a"'), '{"type":"function_call","id":"fc_9","name":"add","encrypted_content":"b"}'),
    ).toEqual([]);
    expect(texts(call('"name":"add","status":"in_progress"'), call('"name":"add","status":"completed"'))).toEqual([]);
    expect(texts(call('"name":"add","caller":null'), call('"name":"add"'))).toEqual([]);
  });

  it('does not miss what came before a stream was joined', () => {
    expect(
      streamFindings(
        doneItemDiffersFromTerminal,
        `7 output_item.done {"output_index":1,"item":{"type":"message","id":"msg_1"}}
         8 completed {"response":{"status":"completed","output":[{"type":"reasoning","id":"rs_1"},{"type":"message","id":"msg_1"}]}}`,
      ),
    ).toEqual([]);
  });
});
