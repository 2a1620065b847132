import { describe, expect, it } from 'vitest';
import { streamFindings } from '#testing/rule-findings.ts';
import { idsRotate } from './ids-rotate.ts';

describe('ids-rotate', () => {
  const stream = (response: string, item: string) => `
    0 created {"response":{"id":"resp_1"}}
    1 output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1"}}
    2 output_item.done {"output_index":0,"item":{"type":"message","id":"msg_2"}}
    3 completed {"response":{"id":"${response}","output":[{"type":"message"${item}}]}}`;

  it('tells the IDs of the response and of items that changed', () => {
    expect(streamFindings(idsRotate, stream('resp_1', ',"id":"msg_2"'))).toEqual([]);
    expect(streamFindings(idsRotate, stream('resp_2', ',"id":"msg_3"'))).toMatchObject([
      { text: 'the response is resp_1 in response.created and resp_2 in response.completed', events: [0, 3], paths: [['id']] },
      { text: 'output[0] (message) is msg_2 in response.output_item.done and msg_3 in response.completed', events: [2, 3], outputIndex: 0 },
    ]);
    expect(streamFindings(idsRotate, stream('resp_1', ''))).toMatchObject([
      { text: 'output[0] (message) is msg_2 in response.output_item.done and without an ID in response.completed' },
    ]);
  });
});
