import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdownSplitter } from './markdown-blocks.ts';

function split(text: string): readonly string[] {
  return createMarkdownSplitter()
    .split(text)
    .map((block) => block.text);
}

/** Texts made of what Markdown is made of, so that cuts fall into all of it. */
const markdown = fc
  .array(
    fc.constantFrom(
      'word',
      '**',
      '# ',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '```',
      '~~~',
      '> ',
      '    ',
      '| a |',
      '[x]: /y',
      '[^1]: note',
      '<!--',
      '-->',
      '---',
    ),
  )
  .map((parts) => parts.join(''));

describe('createMarkdownSplitter', () => {
  it('cuts where a block ends, and nowhere else', () => {
    expect(split('One\nline\n\nTwo\n\n\nThree')).toEqual(['One\nline\n\n', 'Two\n\n\n', 'Three']);
    expect(split('```\na\n\nb\n```\n\nc')).toEqual(['```\na\n\nb\n```\n\n', 'c']);
    expect(split('~~~~\n```\n\n~~~\n\nx')).toEqual(['~~~~\n```\n\n~~~\n\nx']);
    expect(split('- a\n\n- b\n\n  more of b\n\n1. c\n\nd')).toEqual(['- a\n\n- b\n\n  more of b\n\n', '1. c\n\n', 'd']);
    expect(split('<!-- a\n\nb -->\n\nc')).toEqual(['<!-- a\n\nb -->\n\n', 'c']);
  });

  it('says what a block has to know of the others', () => {
    const [first, second, third] = createMarkdownSplitter().split('### Deep\n\n[a]: https://a.example\n\nTop\n===\n\nwords');
    expect(first).toMatchObject({ headingBefore: 0, definitions: [] });
    expect(second).toMatchObject({ headingBefore: 1, definitions: ['[a]: https://a.example'] });
    expect(third).toMatchObject({ headingBefore: 1, start: 34 });
  });

  it('gives the same for a text that came in pieces as for the whole, and keeps what is settled', () => {
    fc.assert(
      fc.property(markdown, fc.array(fc.nat({ max: 60 })), (text, cuts) => {
        const splitter = createMarkdownSplitter();
        for (const cut of cuts.toSorted((one, other) => one - other)) {
          const before = splitter.split(text.slice(0, cut));
          const after = splitter.split(text.slice(0, cut + 1));
          expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
        }
        expect(splitter.split(text)).toEqual(createMarkdownSplitter().split(text));
        expect(split(text).join('')).toBe(text);
      }),
    );
  });

  it('starts anew with another text', () => {
    const splitter = createMarkdownSplitter();
    splitter.split('One\n\nTwo');
    expect(splitter.split('Other').map(({ text }) => text)).toEqual(['Other']);
  });
});
