import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { whatChanged } from './what-changed.ts';

describe('whatChanged', () => {
  it('names changed fields with both values, and counts new and changed items', () => {
    const before = { id: 'r', status: 'in_progress', usage: null, output: [{ type: 'message', status: 'in_progress' }] };
    const after = {
      id: 'r',
      status: 'completed',
      usage: { total_tokens: 9 },
      completed_at: 1,
      output: [{ type: 'message', status: 'completed' }, { type: 'reasoning' }],
    };
    expect(whatChanged(before, after)).toEqual([
      'status in_progress → completed',
      'usage null → set',
      'completed_at not sent → 1',
      '1 new item',
      '1 item changed',
    ]);
  });

  it('finds nothing when only key order and sealed reasoning differ', () => {
    const before = { id: 'r', output: [{ type: 'reasoning', encrypted_content: 'aaa' }] };
    const after = { output: [{ encrypted_content: 'bbb', type: 'reasoning' }], id: 'r' };
    expect(whatChanged(before, after)).toEqual([]);
  });

  it('says when items are gone', () => {
    expect(whatChanged({ output: [1, 2, 3] }, { output: [1] })).toEqual(['2 items gone']);
  });

  it('compares bodies that nest deeper than the call stack', () => {
    let deep: JsonValue = 1;
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    expect(whatChanged({ metadata: deep }, { metadata: [deep] })).toHaveLength(1);
    expect(whatChanged({ metadata: deep }, { metadata: deep })).toEqual([]);
  });
});
