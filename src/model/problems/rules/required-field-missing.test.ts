import { describe, expect, it } from 'vitest';
import { findingsIn, findingsInStream } from '#testing/rule-findings.ts';
import { requiredFieldMissing } from './required-field-missing.ts';

describe('required-field-missing', () => {
  const whole = { id: 'resp_1', object: 'response', status: 'completed', output: [] };

  it('asks for no more than every server sends', () => {
    expect(findingsIn(requiredFieldMissing, whole)).toEqual([]);
  });

  it.each(Object.keys(whole))('tells a missing %s from null', (field) => {
    const without = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
    expect(findingsIn(requiredFieldMissing, without)).toEqual([{ text: `the Response has no ${field}`, paths: [[field]] }]);
    expect(findingsIn(requiredFieldMissing, { ...whole, [field]: null })).toEqual([
      { text: `${field} of the Response is null`, paths: [[field]] },
    ]);
  });

  it('says nothing of what a stream that broke off did not tell', () => {
    const created = '0 created {"response":{"id":"resp_1"}}';
    expect(findingsInStream(requiredFieldMissing, created)).toEqual([]);
    expect(
      findingsInStream(requiredFieldMissing, `${created}\n1 completed {"response":{"id":"resp_1","status":"completed","output":[]}}`),
    ).toEqual([{ text: 'the Response has no object', paths: [['object']] }]);
  });
});
