import { describe, expect, it } from 'vitest';
import { callsElsewhere } from './calls-elsewhere.ts';

describe('callsElsewhere', () => {
  it('names the calls that outputs and approvals answer without their being in the list', () => {
    const items = [
      { type: 'function_call_output', call_id: 'call_before', output: '' },
      { type: 'function_call', call_id: 'call_here' },
      { type: 'function_call_output', call_id: 'call_here', output: '' },
      { type: 'mcp_approval_response', approval_request_id: 'mcpr_before', approve: true },
    ];
    expect([...callsElsewhere(items)]).toEqual([
      [0, 'call_before'],
      [3, 'mcpr_before'],
    ]);
  });

  it('names none for calls, for empty names and for what is no item', () => {
    expect(callsElsewhere([{ type: 'function_call', call_id: 'c' }, { type: 'function_call_output', call_id: '' }, null, 'x']).size).toBe(
      0,
    );
  });
});
