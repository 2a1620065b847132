import { describe, expect, it, vi } from 'vitest';
import { placeOf } from '#items/item-threads.ts';
import { itemContexts } from './item-contexts.ts';

const RESPONSE = {
  status: 'completed',
  tools: [{ type: 'function', name: 'get', parameters: {} }],
  text: { format: { type: 'json_object' } },
  usage: { output_tokens_details: { reasoning_tokens: 12 } },
  output: [
    { type: 'reasoning' },
    { type: 'mcp_approval_request', id: 'mcpr_1' },
    { type: 'mcp_approval_response', approval_request_id: 'mcpr_1' },
    { type: 'mcp_call', approval_request_id: 'mcpr_1' },
    null,
  ],
};

function contextsOf(onJump: (position: number) => void) {
  const contextAt = itemContexts(RESPONSE, onJump);
  return RESPONSE.output.map((_, position) => contextAt(position));
}

describe('itemContexts', () => {
  it('tells each item its threads, and jumps along them', () => {
    const onJump = vi.fn<(position: number) => void>();
    const contexts = contextsOf(onJump);
    expect(contexts.map(({ related = [] }) => related.map(({ role, position }) => `${position} ${role}`))).toEqual([
      [],
      ['2 approval answer', '3 approved call'],
      ['1 approval request', '3 approved call'],
      ['1 approval request', '2 approval answer'],
      [],
    ]);
    contexts[1]?.related?.[1]?.onJump();
    contexts[2]?.partner?.onJump();
    expect(onJump.mock.calls).toEqual([[3], [1]]);
  });

  it('gives every item the tools, the reasoning tokens and the wish for JSON', () => {
    const [first, ...others] = contextsOf(() => undefined);
    expect(first).toMatchObject({ position: 0, reasoningTokens: 12, reasoningItems: 1, expectsJson: true, isUnfinished: false });
    expect(first?.tools?.map(({ name }) => name)).toEqual(['get']);
    for (const other of others) expect(other.tools).toBe(first?.tools);
  });

  it('leads to what the model was given, where that is here', () => {
    const shown: string[] = [];
    const input = {
      tab: 'Input' as const,
      items: [
        { type: 'mcp_approval_request', id: 'mcpr_0', server_label: 's', name: 'close' },
        { type: 'mcp_approval_response', approval_request_id: 'mcpr_0', approve: true },
        { type: 'function_call', call_id: 'call_0', name: 'get' },
      ],
      onJump: (position: number) => shown.push(`input ${position}`),
    };
    const output = [
      { type: 'mcp_call', approval_request_id: 'mcpr_0' },
      { type: 'function_call_output', call_id: 'call_0' },
      { type: 'program_output', call_id: 'call_p' },
      { type: 'program', call_id: 'call_p' },
    ];
    const contextAt = itemContexts({ output }, (position) => shown.push(`output ${position}`), input);
    const words = (position: number) => (contextAt(position).related ?? []).map((one) => `${one.role} ${placeOf(one)}`);
    expect(words(0)).toEqual(['approval request Input @0', 'approval answer Input @1']);
    expect(words(2)).toEqual(['call @3']);
    expect(contextAt(1).partner).toMatchObject({ position: 2, tab: 'Input', item: { name: 'get' } });
    contextAt(1).partner?.onJump();
    contextAt(0).related?.[1]?.onJump();
    contextAt(2).related?.[0]?.onJump();
    expect(shown).toEqual(['input 2', 'input 1', 'output 3']);
  });

  it('gives the same object for the same item, so that rows know when nothing changed', () => {
    const contextAt = itemContexts(RESPONSE, () => undefined);
    expect(contextAt(1)).toBe(contextAt(1));
  });
});
