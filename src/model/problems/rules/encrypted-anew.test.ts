import { describe, expect, it } from 'vitest';
import { streamFindings } from '#testing/rule-findings.ts';
import { encryptedAnew } from './encrypted-anew.ts';

describe('encrypted-anew', () => {
  const stream = (sealed: string) => `
    0 created {"response":{"id":"resp_1"}}
    1 output_item.done {"output_index":0,"item":{"type":"reasoning","id":"rs_1","encrypted_content":"a"}}
    2 completed {"response":{"id":"resp_1","output":[{"type":"reasoning","id":"rs_1","encrypted_content":"${sealed}"}]}}`;

  it('names what was sealed anew', () => {
    expect(streamFindings(encryptedAnew, stream('b'))).toMatchObject([
      {
        text: 'output[0] (reasoning) has another encrypted_content in response.completed than in response.output_item.done',
        events: [1, 2],
        paths: [['output', 0, 'encrypted_content']],
        outputIndex: 0,
      },
    ]);
    expect(streamFindings(encryptedAnew, stream('a'))).toEqual([]);
  });
});
