import { describe, expect, it } from 'vitest';
import { answerBeginning, answerText } from './answer-text.ts';

const message = (...content: readonly { readonly type: string; readonly text?: string; readonly refusal?: string }[]) => ({
  type: 'message',
  role: 'assistant',
  content: content.map((part) => ({ ...part })),
});

describe('answerText', () => {
  it('joins the output_text parts of all messages in order', () => {
    const output = [
      message({ type: 'output_text', text: 'One. ' }, { type: 'output_text', text: 'Two. ' }),
      { type: 'function_call', name: 'f', arguments: '{"text":"no"}' },
      message({ type: 'refusal', refusal: 'no' }, { type: 'output_text', text: 'Three.' }),
    ];
    expect(answerText({ output })).toBe('One. Two. Three.');
  });

  it('does not believe a body that sends its own output_text', () => {
    expect(answerText({ output_text: '', output: [message({ type: 'output_text', text: 'real' })] })).toBe('real');
  });

  it('reads content sent as a plain string, but only what the assistant said', () => {
    const output = [
      { type: 'message', role: 'user', content: 'question' },
      { type: 'message', role: 'assistant', content: 'answer' },
    ];
    expect(answerText({ output })).toBe('answer');
  });

  it('is empty when there is nothing to read', () => {
    for (const output of [
      null,
      [],
      'text',
      [null, 7, { type: 'message' }, { type: 'message', content: [null, 'x', { type: 'output_text', text: 7 }] }],
    ]) {
      expect(answerText({ output })).toBe('');
    }
    expect(answerText({})).toBe('');
  });
});

describe('answerBeginning', () => {
  const output = ['one ', 'two ', 'three'].map((text) => ({ type: 'message', content: [{ type: 'output_text', text }] }));

  it('stops once there is enough', () => {
    expect(answerBeginning({ output }, 1)).toBe('one ');
    expect(answerBeginning({ output }, 5)).toBe('one two ');
  });

  it('is the whole answer where that is shorter', () => {
    expect(answerBeginning({ output }, 1_000)).toBe(answerText({ output }));
    expect(answerBeginning({}, 10)).toBe('');
  });
});
