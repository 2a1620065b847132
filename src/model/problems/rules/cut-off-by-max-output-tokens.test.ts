import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { cutOffByMaxOutputTokens } from './cut-off-by-max-output-tokens.ts';

describe('cut-off-by-max-output-tokens', () => {
  const usage = (output: number, reasoning = 0) => ({ output_tokens: output, output_tokens_details: { reasoning_tokens: reasoning } });
  const cutOff = { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' }, max_output_tokens: 64 };

  it('tells the figures, and what was cut off', () => {
    const output = [{ type: 'reasoning' }, { type: 'message', status: 'incomplete', content: [] }];
    expect(findingsIn(cutOffByMaxOutputTokens, { ...cutOff, usage: usage(64, 40), output })).toEqual([
      {
        text: 'the output was cut off after 64 tokens, 40 of them for reasoning; max_output_tokens is 64',
        paths: [['incomplete_details', 'reason'], ['max_output_tokens'], ['usage', 'output_tokens'], ['output', 1]],
        outputIndex: 1,
      },
    ]);
  });

  it('says when nothing but reasoning was made', () => {
    const [finding] = findingsIn(cutOffByMaxOutputTokens, { ...cutOff, usage: usage(64, 64), output: [{ type: 'reasoning' }] });
    expect(finding?.text).toBe(
      'the output was cut off after 64 tokens, all of them for reasoning; max_output_tokens is 64; there is no answer',
    );
  });

  it('sees that a limit is used up where the server calls the answer complete', () => {
    const found = (made: number, reasoning = 0) =>
      findingsIn(cutOffByMaxOutputTokens, { status: 'completed', max_output_tokens: 64, usage: usage(made, reasoning) }).map(
        ({ text }) => text,
      );
    const used = 'status is completed, but max_output_tokens is used up to the last of its 64 tokens: the answer is probably cut off';
    expect(found(63)).toEqual([]);
    expect(found(64)).toEqual([used]);
    expect(found(164, 100)).toEqual([used]);
    expect(found(164, 99)).toEqual([]);
  });

  it('leaves other reasons alone', () => {
    expect(findingsIn(cutOffByMaxOutputTokens, { status: 'incomplete', incomplete_details: { reason: 'content_filter' } })).toEqual([]);
  });
});
