import { describe, expect, it } from 'vitest';
import { inputContexts } from './input-contexts.ts';

const RESPONSE = {
  output: [{ type: 'message' }, { type: 'function_call_output', call_id: 'call_1', output: '12 rows' }],
  tools: [{ type: 'function', name: 'count', parameters: {} }],
};
const ITEMS = [
  { type: 'function_call', call_id: 'call_1', name: 'count' },
  { type: 'function_call', call_id: 'call_2', name: 'drop' },
];

describe('inputContexts', () => {
  it('leads to the answers that stand in the output', () => {
    const shown: number[] = [];
    const contextAt = inputContexts({
      items: ITEMS,
      isComplete: true,
      response: RESPONSE,
      onJump: () => undefined,
      onJumpToOutput: (position) => shown.push(position),
    });
    expect(contextAt(0).partner).toMatchObject({ position: 1, tab: 'Output', item: { output: '12 rows' } });
    expect(contextAt(1).partner).toBeNull();
    contextAt(0).partner?.onJump();
    contextAt(0).related?.[0]?.onJump();
    expect(shown).toEqual([1, 1]);
  });

  it('says of the tools that they are those of this response', () => {
    const contextAt = inputContexts({
      items: ITEMS,
      isComplete: true,
      response: RESPONSE,
      onJump: () => undefined,
      onJumpToOutput: () => undefined,
    });
    expect(contextAt(0).tools).toMatchObject([{ name: 'count', source: 'this response' }]);
  });
});
