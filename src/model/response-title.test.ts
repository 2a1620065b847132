import { describe, expect, it } from 'vitest';
import { responseTitle } from './response-title.ts';

const answer = (text: string) => [{ type: 'message', content: [{ type: 'output_text', text }] }];

describe('responseTitle', () => {
  it('is the beginning of the answer, without Markdown marks', () => {
    expect(responseTitle({ output: answer('## Order **8841**\n\n- can be refunded') })).toBe('Order 8841 can be refunded');
    expect(responseTitle({ output: answer('long '.repeat(1_000_000)) })).toHaveLength(120);
  });

  it('says how a response failed or was cut off', () => {
    expect(responseTitle({ error: { code: 'insufficient_quota', message: 'No credit' }, output: [] })).toBe('failed: insufficient_quota');
    expect(responseTitle({ error: { message: 'No credit' } })).toBe('failed: No credit');
    expect(responseTitle({ incomplete_details: { reason: 'content_filter' }, output: answer('Half') })).toBe(
      'incomplete: content_filter, Half',
    );
  });

  it('names the last item where there is no answer', () => {
    expect(responseTitle({ output: [{ type: 'reasoning' }, { type: 'function_call', name: 'search_orders' }] })).toBe(
      'function_call search_orders',
    );
    expect(responseTitle({})).toBe('no output');
    expect(responseTitle({ output: ['odd'] })).toBe('no output');
  });
});
