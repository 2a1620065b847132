import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { itemNeverClosed } from './item-never-closed.ts';

describe('item-never-closed', () => {
  const added = '1 output_item.added {"output_index":0,"item":{"id":"fc_1","type":"function_call"}}';

  it('names what is open when the response ends', () => {
    for (const type of ['completed', 'incomplete'])
      expect(findingsInEvents(itemNeverClosed, `0 created\n${added}\n2 response.${type}`)).toMatchObject([
        { text: 'item 0 (function_call) was added and never done', events: [1, 2], outputIndex: 0 },
      ]);
  });

  it('expects nothing of a response that failed, and of lists of tools', () => {
    expect(findingsInEvents(itemNeverClosed, `0 created\n${added}\n2 failed`)).toEqual([]);
    const list = '1 output_item.added {"output_index":0,"item":{"id":"mcpl_1","type":"mcp_list_tools"}}';
    expect(findingsInEvents(itemNeverClosed, `0 created\n${list}\n2 completed`)).toEqual([]);
  });
});
