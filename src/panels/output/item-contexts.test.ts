import { describe, expect, it, vi } from 'vitest';
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

  it('gives the same object for the same item, so that rows know when nothing changed', () => {
    const contextAt = itemContexts(RESPONSE, () => undefined);
    expect(contextAt(1)).toBe(contextAt(1));
  });
});
