import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { structuredOutputNotFittingSchema } from './structured-output-not-fitting-schema.ts';

describe('structured-output-not-fitting-schema', () => {
  const schema = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'], additionalProperties: false };
  const texts = (text: string, strict: boolean, status = 'completed') =>
    findingsIn(structuredOutputNotFittingSchema, {
      status,
      text: { format: { type: 'json_schema', name: 'city', schema, strict } },
      output: [{ type: 'message', content: [{ type: 'output_text', text }] }],
    }).map((finding) => finding.text);

  it('says what does not fit', () => {
    expect(texts('{"name":"Oslo"}', true)).toEqual([]);
    expect(texts('{"name":7,"area":1}', true)).toEqual([
      'output[0].content[0].text does not fit the schema city, which is strict: name is a number, not a string; area is not in the schema',
    ]);
    expect(texts('{}', false)).toEqual(['output[0].content[0].text does not fit the schema city: name is missing']);
  });

  it('leaves to other rules what is no JSON or was cut off', () => {
    expect(texts('Oslo', true)).toEqual([]);
    expect(texts('{}', true, 'incomplete')).toEqual([]);
  });
});
