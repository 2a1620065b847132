import { describe, expect, it } from 'vitest';
import { calmMarkdown } from './markdown-tail.ts';

describe('calmMarkdown', () => {
  it.each([
    ['plain words', 'plain words'],
    ['some **bold wor', 'some **bold wor**'],
    ['some **', 'some '],
    ['some *leaning', 'some *leaning*'],
    ['a ***both', 'a ***both***'],
    ['~~gone', '~~gone~~'],
    ['**done** and more', '**done** and more'],
    ['run `npm te', 'run `npm te`'],
    ['run `', 'run '],
    ['see [the pa', 'see the pa'],
    ['see [the page](https://a.exam', 'see the page'],
    ['see [the page](https://a.example) now', 'see [the page](https://a.example) now'],
    ['look ![a chart](https://a.exam', 'look '],
    ['2 * 3 = 6', '2 * 3 = 6'],
    ['* an item with *weight', '* an item with *weight*'],
  ])('closes or leaves out what is not whole: %s', (text, calm) => {
    expect(calmMarkdown(text)).toBe(calm);
  });

  it.each([
    ['A title\n-', 'A title\n'],
    ['A title\n--', 'A title\n'],
    ['- one\n- ', '- one\n'],
    ['1. one\n2', '1. one\n'],
    ['text\n\n#', 'text\n\n'],
    ['text\n\n``', 'text\n\n'],
  ])('waits for what a line of marks will be: %j', (text, calm) => {
    expect(calmMarkdown(text)).toBe(calm);
  });

  it('shows a table once its second line is whole', () => {
    expect(calmMarkdown('| a | b |')).toBe('');
    expect(calmMarkdown('| a | b |\n|---|-')).toBe('');
    expect(calmMarkdown('| a | b |\n|---|---|\n')).toBe('| a | b |\n|---|---|\n');
    expect(calmMarkdown('| a | b |\n|---|---|\n| 1')).toBe('| a | b |\n|---|---|\n| 1');
  });

  it('leaves code alone, but for a fence that is being closed', () => {
    expect(calmMarkdown('```js\nlet a = `x` ** [b')).toBe('```js\nlet a = `x` ** [b');
    expect(calmMarkdown('```js\nlet a\n``')).toBe('```js\nlet a\n');
    expect(calmMarkdown('```js\nlet a\n```\n')).toBe('```js\nlet a\n```\n');
  });
});
