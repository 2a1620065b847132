import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { unknownPart } from './unknown-part.ts';

describe('unknown-part', () => {
  it('names types of parts that the API does not have, in content and in summaries', () => {
    const output = [
      { type: 'reasoning', summary: [{ type: 'summary_text', text: '' }, { type: 'acme_thought' }] },
      { type: 'message', content: [{ type: 'output_text', text: '' }, { type: 'acme_chart' }] },
    ];
    expect(findingsIn(unknownPart, { output }).map(({ text }) => text)).toEqual([
      'output[0].summary[1] is of type acme_thought',
      'output[1].content[1] is of type acme_chart',
    ]);
  });
});
