import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { remarkOn, wordsFor } from './field-words.ts';

it.each<[string, JsonValue, string | null]>([
  ['background', true, 'ran in the background: it can be polled, resumed and cancelled'],
  ['store', false, 'not kept by the server'],
  ['max_output_tokens', null, 'no limit set'],
  ['max_output_tokens', 4_000, '1,932 used, reasoning included'],
  ['completed_at', 1_795_300_012, '12 s after created_at'],
  ['tools', [{}, {}], '2 tools'],
  ['tool_choice', 'auto', 'the model decides'],
  ['tool_choice', { type: 'function', name: 'search_orders' }, 'must call search_orders (function)'],
  ['tool_choice', { type: 'web_search' }, 'must use web_search'],
  ['tool_choice', { type: 'allowed_tools', mode: 'auto', tools: [{}, {}] }, 'may call one of 2 tools'],
  ['tool_choice', 'sometimes', null],
  ['text', { format: { type: 'text' }, verbosity: 'low' }, 'plain text · verbosity low'],
  ['text', { format: { type: 'json_schema', name: 'refund', strict: true } }, 'JSON by schema refund, strict'],
  ['reasoning', { effort: 'medium', summary: null }, 'effort medium'],
  ['reasoning', {}, 'no settings'],
  ['metadata', { a: '1' }, '1 pair'],
  ['output', [1, 2, 3], '3 items → Output tab'],
  ['usage', { total_tokens: 1_932 }, '1,932 tokens → Usage tab'],
  ['incomplete_details', { reason: 'max_output_tokens' }, 'the answer reached max_output_tokens'],
  ['incomplete_details', { reason: 'constructor' }, null],
  ['content_filters', [{ source_type: 'prompt', blocked: true }, { blocked: false }], 'prompt blocked · content passed'],
  ['moderation', { input: { flagged: false }, output: { type: 'error' } }, 'input not flagged'],
  [
    'prompt_cache_diagnostics',
    { type: 'cache_miss', reason: 'tools_changed', cache_missed_tokens: 2_048 },
    'cache miss · tools changed · 2,048 tokens missed',
  ],
  ['constructor', 'x', null],
  ['toString', true, null],
])('%s: %j means %s', (name, value, words) => {
  expect(wordsFor(name, value, { created_at: 1_795_300_000, usage: { output_tokens: 1_932 } })).toBe(words);
});

it('says nothing about a field that was not sent, and has no remark on inherited names', () => {
  expect(wordsFor('store', undefined, {})).toBeNull();
  expect(remarkOn('hasOwnProperty')).toBeNull();
});

it('has words or none for any JSON in any field', () => {
  const names = [
    'completed_at',
    'tools',
    'tool_choice',
    'text',
    'reasoning',
    'metadata',
    'output',
    'usage',
    'incomplete_details',
    'content_filters',
  ];
  const further = ['moderation', 'prompt_cache_diagnostics', 'max_output_tokens', 'truncation', 'instructions', 'service_tier'];
  const answers = fc.property(fc.constantFrom(...names, ...further), fc.jsonValue(), (name, value) => {
    const words = wordsFor(name, value as JsonValue, { [name]: value as JsonValue, created_at: 1 });
    return words === null || words.length > 0;
  });
  expect(() => fc.assert(answers)).not.toThrow();
});
