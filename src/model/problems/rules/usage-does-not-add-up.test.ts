import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { usageDoesNotAddUp } from './usage-does-not-add-up.ts';
import type { JsonObject } from '#base/json.ts';

describe('usage-does-not-add-up', () => {
  const texts = (usage: JsonObject) => findingsIn(usageDoesNotAddUp, { usage }).map(({ text }) => text);

  it.each<readonly [string, JsonObject, readonly string[]]>([
    ['a sum', { input_tokens: 100, output_tokens: 25, total_tokens: 125 }, []],
    ['numbers that are not sent', { output_tokens: 25 }, []],
    [
      'a wrong sum',
      { input_tokens: 1000, output_tokens: 25, total_tokens: 120 },
      ['total_tokens is 120, but 1,000 input and 25 output tokens are 1,025'],
    ],
    [
      'more from the cache than there is',
      { input_tokens: 10, input_tokens_details: { cached_tokens: 8, cache_write_tokens: 4 } },
      ['8 cached and 4 cache write tokens are more than the 10 input tokens that they are part of'],
    ],
    [
      'more thought than made',
      { output_tokens: 10, output_tokens_details: { reasoning_tokens: 11 } },
      ['11 reasoning tokens are more than the 10 output tokens that they are part of'],
    ],
    ['less than nothing', { input_tokens: -3 }, ['usage.input_tokens is -3, which is no count of tokens']],
  ])('%s', (_, usage, expected) => {
    expect(texts(usage)).toEqual(expected);
  });

  it('points at the numbers', () => {
    const [finding] = findingsIn(usageDoesNotAddUp, { usage: { input_tokens: 1, output_tokens: 1, total_tokens: 3 } });
    expect(finding?.paths).toEqual([
      ['usage', 'total_tokens'],
      ['usage', 'input_tokens'],
      ['usage', 'output_tokens'],
    ]);
  });
});
