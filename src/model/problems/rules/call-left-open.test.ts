import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { callLeftOpen } from './call-left-open.ts';

describe('call-left-open', () => {
  const output = [{ type: 'web_search_call', status: 'searching' }, { type: 'message', status: 'completed' }, { type: 'reasoning' }];

  it('names items that a completed response left open', () => {
    expect(findingsIn(callLeftOpen, { status: 'completed', output })).toEqual([
      { text: 'output[0] (web_search_call) is searching in a completed response', paths: [['output', 0, 'status']], outputIndex: 0 },
    ]);
  });

  it('expects no less of a response that goes on or broke off', () => {
    for (const status of ['in_progress', 'incomplete', 'failed']) expect(findingsIn(callLeftOpen, { status, output })).toEqual([]);
  });
});
