import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { structuredOutputUnreadable } from './structured-output-unreadable.ts';
import type { JsonObject } from '#base/json.ts';

describe('structured-output-unreadable', () => {
  const format = { type: 'json_schema', name: 'city', schema: { type: 'object' } };
  const texts = (text: string, fields: JsonObject = {}) =>
    findingsIn(structuredOutputUnreadable, {
      status: 'completed',
      text: { format },
      output: [{ type: 'message', content: [{ type: 'output_text', text }] }],
      ...fields,
    }).map((finding) => finding.text);

  it('reports an answer that is no JSON where JSON was asked for', () => {
    expect(texts('{"name":"Oslo"}')).toEqual([]);
    expect(texts('Oslo')).toEqual([
      'output[0].content[0].text, asked for as city, breaks at character 1 of 4: true, false, null, a number or a string in double quotes is expected here',
    ]);
    expect(texts('Oslo', { text: { format: { type: 'json_object' } } })).toHaveLength(1);
  });

  it('does not ask for JSON of free texts, of answers that were cut off, and of what is said on the way', () => {
    expect(texts('Oslo', { text: { format: { type: 'text' } } })).toEqual([]);
    expect(texts('{"name":', { status: 'incomplete' })).toEqual([]);
    expect(texts('', {})).toEqual([]);
    const commentary = { type: 'message', phase: 'commentary', content: [{ type: 'output_text', text: 'Let me see.' }] };
    const refusal = { type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] };
    expect(texts('', { output: [commentary, refusal] })).toEqual([]);
  });
});
