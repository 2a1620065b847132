import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { storedDiffers } from './stored-differs.ts';
import type { JsonObject } from '#base/json.ts';

describe('stored-differs', () => {
  const message = (text: string, fields: JsonObject = {}) => ({
    type: 'message',
    id: 'msg_1',
    content: [{ type: 'output_text', text, ...fields }],
  });
  const texts = (received: JsonObject, stored: JsonObject) => findingsIn(storedDiffers, received, stored).map(({ text }) => text);

  it('finds nothing where nobody asked', () => {
    expect(findingsIn(storedDiffers, { status: 'completed' })).toEqual([]);
  });

  it('tells fields, texts and items that differ', () => {
    expect(texts({ status: 'completed', usage: { total_tokens: 12 } }, { status: 'failed', usage: { total_tokens: 13 } })).toEqual([
      'status was "completed", and is stored as "failed"',
      'usage.total_tokens was 12, and is stored as 13',
    ]);
    expect(texts({ output: [{ type: 'reasoning', id: 'rs_1' }, message('Hi')] }, { output: [message('Hi')] })).toEqual([
      'output[0] (reasoning) is not stored: 2 items received, 1 item stored',
    ]);
    expect(texts({ output: [] }, { output: [message('Hi')] })).toEqual([
      'stored output[0] (message) was not received: 0 items received, 1 item stored',
    ]);
  });

  it('lays texts side by side', () => {
    const [received, stored] = ['a'.repeat(50), 'a'.repeat(60)] as const;
    expect(findingsIn(storedDiffers, { output: [message(received)] }, { output: [message(stored)] })).toEqual([
      {
        text: 'output[0].content[0].text was a text of 50 characters, and is stored as a text of 60 characters',
        paths: [['output', 0, 'content', 0, 'text']],
        outputIndex: 0,
        texts: { labels: ['as received', 'as stored'], texts: [received, stored] },
      },
    ]);
  });

  it('passes by what is sealed anew, named anew, left empty in another way or asked for with include', () => {
    const reasoning = (fields: JsonObject) => ({ type: 'reasoning', ...fields });
    expect(
      texts(
        { output: [reasoning({ id: 'rs_1', encrypted_content: 'a' })] },
        { output: [reasoning({ id: 'rs_2', encrypted_content: 'b' })] },
      ),
    ).toEqual([]);
    expect(texts({ error: null, metadata: {} }, { metadata: null })).toEqual([]);
    expect(texts({ output: [message('Hi', { logprobs: [{ token: 'Hi' }] })] }, { output: [message('Hi')] })).toEqual([]);
  });
});
