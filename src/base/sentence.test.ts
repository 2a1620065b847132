import { expect, it } from 'vitest';
import { asSentence } from './sentence.ts';

it.each([
  ['the deltas differ', 'The deltas differ'],
  ['event 57 follows 54', 'Event 57 follows 54'],
  ['output[0].text is null', 'output[0].text is null'],
  ['total_tokens is 3', 'total_tokens is 3'],
  ['response.completed has no output', 'response.completed has no output'],
  ['2 deltas', '2 deltas'],
  ['', ''],
])('%s', (text, sentence) => {
  expect(asSentence(text)).toBe(sentence);
});
