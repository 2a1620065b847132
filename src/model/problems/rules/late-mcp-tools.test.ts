import { describe, expect, it } from 'vitest';
import { streamFindings } from '#testing/rule-findings.ts';
import { lateMcpTools } from './late-mcp-tools.ts';
import { doneItemDiffersFromTerminal } from './done-item-differs-from-terminal.ts';

describe('late-mcp-tools', () => {
  const list = (tools: string) => `{"type":"mcp_list_tools","id":"mcpl_1","server_label":"maps","tools":${tools}}`;
  const stream = (events: string) => `
    0 created {"response":{"id":"resp_1"}}
    1 output_item.added {"output_index":0,"item":${list('[]')}}
    ${events}
    9 completed {"response":{"id":"resp_1","output":[${list('[{"name":"find"}]')}]}}`;
  const texts = (events: string) => streamFindings(lateMcpTools, stream(events)).map(({ text }) => text);

  it('tells lists that were never done, or done without their tools', () => {
    expect(texts('2 mcp_list_tools.completed {"output_index":0}')).toEqual([
      'output[0] lists 1 tool of maps in response.completed, but the item was never done',
    ]);
    expect(texts(`2 output_item.done {"output_index":0,"item":${list('[]')}}`)).toEqual([
      'output[0] lists 1 tool of maps in response.completed, but response.output_item.done has none',
    ]);
  });

  it('is silent where the tools came in time, and leaves no difference to the rule about those', () => {
    expect(texts(`2 output_item.done {"output_index":0,"item":${list('[{"name":"find"}]')}}`)).toEqual([]);
    expect(streamFindings(doneItemDiffersFromTerminal, stream(`2 output_item.done {"output_index":0,"item":${list('[]')}}`))).toEqual([]);
  });
});
