import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { callWithoutOutput } from './call-without-output.ts';
import type { JsonObject } from '#base/json.ts';

describe('call-without-output', () => {
  const texts = (output: readonly JsonObject[], status = 'completed') =>
    findingsIn(callWithoutOutput, { status, output }).map(({ text }) => text);
  const call = { type: 'function_call', name: 'add', call_id: 'call_1', arguments: '{}' };

  it('says what to send', () => {
    expect(texts([call])).toEqual(['output[0] (function_call of add) has no output here: send function_call_output with call_id call_1']);
    expect(texts([{ type: 'mcp_approval_request', id: 'mcpr_1', name: 'book' }])).toEqual([
      'output[0] (mcp_approval_request of book) has no output here: send mcp_approval_response with approval_request_id mcpr_1',
    ]);
  });

  it('is silent of calls that are answered, that servers carry out, that broke off or may still be answered', () => {
    expect(texts([call, { type: 'function_call_output', call_id: 'call_1', output: '3' }])).toEqual([]);
    expect(
      texts([
        { type: 'web_search_call', call_id: '' },
        { type: 'mcp_call', name: 'find' },
        { type: 'tool_search_call', execution: 'server' },
      ]),
    ).toEqual([]);
    expect(texts([{ ...call, status: 'incomplete' }])).toEqual([]);
    expect(texts([call], 'in_progress')).toEqual([]);
    expect(texts([call], 'incomplete')).toEqual([]);
  });

  it('counts calls that programs make: they are left in progress', () => {
    expect(texts([{ ...call, status: 'in_progress', caller: { type: 'program', caller_id: 'call_0' } }])).toHaveLength(1);
  });
});
