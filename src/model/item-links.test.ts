import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { linkItems } from './item-links.ts';

/** "0 → 1 approval answer, 2 approved call" for each linked position. */
function drawn(items: JsonValue): readonly string[] {
  return [...linkItems(items)]
    .toSorted(([one], [other]) => one - other)
    .map(([position, links]) => `${position} → ${links.map((link) => `${link.position} ${link.role}`).join(', ')}`);
}

describe('linkItems', () => {
  it('makes one thread of an approval, its answer and the call that followed', () => {
    const items = [
      { type: 'mcp_approval_request', id: 'mcpr_1' },
      { type: 'message', id: 'msg_1' },
      { type: 'mcp_approval_response', id: 'mcpa_1', approval_request_id: 'mcpr_1', approve: true },
      { type: 'mcp_call', id: 'mcp_1', approval_request_id: 'mcpr_1' },
    ];
    expect(drawn(items)).toEqual([
      '0 → 2 approval answer, 3 approved call',
      '2 → 0 approval request, 3 approved call',
      '3 → 0 approval request, 2 approval answer',
    ]);
  });

  it('links an answer and its call where the request is in another turn', () => {
    const items = [
      { type: 'mcp_approval_response', approval_request_id: 'mcpr_1' },
      { type: 'mcp_call', approval_request_id: 'mcpr_1' },
    ];
    expect(drawn(items)).toEqual(['0 → 1 approved call', '1 → 0 approval answer']);
  });

  it('links a program to its calls and its output, and each call to its own output', () => {
    const caller = { type: 'program', caller_id: 'call_p' };
    const items = [
      { type: 'program', call_id: 'call_p' },
      { type: 'function_call', call_id: 'call_a', caller },
      { type: 'function_call_output', call_id: 'call_a', caller },
      { type: 'shell_call', call_id: 'call_b', caller },
      { type: 'program_output', call_id: 'call_p' },
    ];
    expect(drawn(items)).toEqual([
      '0 → 1 child call, 3 child call, 4 output',
      '1 → 0 program, 2 output',
      '2 → 1 call',
      '3 → 0 program',
      '4 → 0 call',
    ]);
  });

  it('pairs the output of a local shell by its own ID', () => {
    const items = [
      { type: 'local_shell_call', call_id: 'lsh_1' },
      { type: 'local_shell_call_output', id: 'lsh_1' },
    ];
    expect(drawn(items)).toEqual(['0 → 1 output', '1 → 0 call']);
  });

  it('links nothing through empty names, or through one name on everything', () => {
    const same = { type: 'x_search_call', call_id: '' };
    expect(drawn([same, { type: 'x_output', call_id: '' }])).toEqual([]);
    const many = Array.from({ length: 2_000 }, (_, index) => ({ type: index % 2 === 0 ? 'f_call' : 'f_call_output', call_id: 'c' }));
    expect(drawn(many)).toEqual([]);
  });

  it('takes any list', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(linkItems(value as JsonValue)).toBeInstanceOf(Map);
      }),
    );
    expect(drawn([null, 'x', [], { type: 5 }])).toEqual([]);
  });
});
