import { describe, expect, it } from 'vitest';
import { beginningOf, beginningOfMarkdown, characterBoundary, ellipsis } from './truncate.ts';

describe('cutting text', () => {
  it('leaves text within the limit alone', () => {
    expect(beginningOf('short', 10)).toBe('short');
    expect(ellipsis('exactly', 7)).toBe('exactly');
  });

  it('never cuts a character of two UTF-16 units in half', () => {
    expect(characterBoundary('a😀b', 2)).toBe(1);
    expect(beginningOf('aaaaaaaaa😀b', 10)).toBe('aaaaaaaaa');
    expect(ellipsis('aa😀bb', 4)).toBe('aa…');
  });

  it('prefers the end of a line near the limit', () => {
    expect(beginningOf(`${'x'.repeat(95)}\n${'y'.repeat(95)}`, 100)).toBe('x'.repeat(95));
  });

  it('cuts Markdown between paragraphs', () => {
    expect(beginningOfMarkdown(`${'x'.repeat(85)}\n\n${'word '.repeat(20)}`, 100)).toBe('x'.repeat(85));
  });

  it('closes a code fence that the cut leaves open, and only then', () => {
    const code = `Look:\n\`\`\`python\n${'print(1)\n'.repeat(30)}`;
    expect(beginningOfMarkdown(code, 100)).toMatch(/print\(1\)\n```$/);
    expect(beginningOfMarkdown(`\`\`\`\na\n\`\`\`\n${'word '.repeat(40)}`, 100)).not.toMatch(/```$/);
  });
});
