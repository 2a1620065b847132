import { describe, expect, it } from 'vitest';
import { pairAcross, pairCalls } from './pair-calls.ts';

describe('pairCalls', () => {
  it('pairs a call with its output, in either order', () => {
    const items = [
      { type: 'function_call_output', call_id: 'call_b', output: '2' },
      { type: 'function_call', call_id: 'call_a' },
      { type: 'function_call', call_id: 'call_b' },
      { type: 'message', id: 'msg_1' },
      { type: 'function_call_output', call_id: 'call_a', output: '1' },
    ];
    expect([...pairCalls(items)].toSorted(([a], [b]) => a - b)).toEqual([
      [0, 2],
      [1, 4],
      [2, 0],
      [4, 1],
    ]);
  });

  it('pairs approvals by the request ID and local shell outputs by their own ID', () => {
    const items = [
      { type: 'mcp_approval_request', id: 'mcpr_1' },
      { type: 'mcp_approval_response', approval_request_id: 'mcpr_1', approve: true },
      { type: 'local_shell_call', call_id: 'lsh_9' },
      { type: 'local_shell_call_output', id: 'lsh_9', output: '{}' },
    ];
    expect(pairCalls(items)).toEqual(
      new Map([
        [0, 1],
        [1, 0],
        [2, 3],
        [3, 2],
      ]),
    );
  });

  it('pairs a local shell output that names the ID of its call’s item', () => {
    const items = [
      { type: 'local_shell_call', id: 'lsh_1', call_id: 'call_1' },
      { type: 'local_shell_call_output', id: 'lsh_1', output: '{}' },
      { type: 'local_shell_call_output', call_id: 'call_1', output: '{}' },
    ];
    expect([...pairCalls(items)]).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('pairs nothing through empty or missing names, and survives items that are not objects', () => {
    const items = [{ type: 'web_search_call', call_id: '' }, { type: 'function_call_output', call_id: '' }, null, 'text', { type: 7 }];
    expect(pairCalls(items).size).toBe(0);
    expect(pairCalls(undefined).size).toBe(0);
  });

  it('leaves a call that two outputs claim paired with the first', () => {
    const items = [
      { type: 'function_call', call_id: 'call_a' },
      { type: 'function_call_output', call_id: 'call_a' },
      { type: 'function_call_output', call_id: 'call_a' },
    ];
    expect(pairCalls(items).get(0)).toBe(1);
    expect(pairCalls(items).has(2)).toBe(false);
  });
});

describe('pairAcross', () => {
  const call = (id: string) => ({ type: 'function_call', call_id: id });
  const output = (id: string) => ({ type: 'function_call_output', call_id: id });

  it('pairs what has no other half in its own list', () => {
    const input = [call('a'), output('a'), call('b'), { type: 'mcp_approval_request', id: 'r' }];
    const response = [output('b'), { type: 'mcp_approval_response', approval_request_id: 'r' }, call('c')];
    expect([...pairAcross(input, response)]).toEqual([
      [2, 0],
      [3, 1],
    ]);
    expect([...pairAcross(response, input)]).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('leaves pairs alone that repeat a name in every turn', () => {
    expect([...pairAcross([call('call_0'), output('call_0')], [call('call_0'), output('call_0')])]).toEqual([]);
    expect([...pairAcross([call('call_0'), output('call_0')], [call('call_0')])]).toEqual([]);
    expect([...pairAcross([null, 'text'], [output('a')])]).toEqual([]);
  });
});
