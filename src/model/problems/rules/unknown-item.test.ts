import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { unknownItem } from './unknown-item.ts';

describe('unknown-item', () => {
  it('names types that the API does not have', () => {
    const output = [{ type: 'message' }, { type: 'acme:lookup' }, { type: '' }];
    expect(findingsIn(unknownItem, { output })).toEqual([
      { text: 'output[1] is of type acme:lookup', paths: [['output', 1, 'type']], outputIndex: 1 },
    ]);
  });
});
