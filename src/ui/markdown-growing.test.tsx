// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadSamples } from '#testing/sample-loader.ts';
import { Growing } from './growing.ts';
import { loadMarkdown, Markdown, type TextMark } from './markdown.tsx';

beforeAll(() => loadMarkdown());
afterEach(cleanup);

const NO_MARKS: readonly TextMark[] = [];

function drawMark(index: number, covered: React.ReactNode | null) {
  return covered === null ? <i>{index}</i> : <b>{covered}</b>;
}

function view(text: string, isGrowing: boolean, marks = NO_MARKS) {
  return (
    <Growing value={isGrowing}>
      <Markdown text={text} marks={marks} drawMark={drawMark} />
    </Growing>
  );
}

/** What stands there, without the boxes that only group it. */
function shape(container: HTMLElement): string {
  return container.innerHTML.replaceAll(
    /<div class="grid min-w-0 grid-cols-\[minmax\(0,1fr\)\] gap-2(?: wrap-anywhere)?">|<\/div>|\n/g,
    '',
  );
}

function drawn(text: string, marks?: readonly TextMark[]): string {
  const { container, unmount } = render(view(text, false, marks));
  const html = shape(container);
  unmount();
  return html;
}

/** Draws `text` as it would come, in pieces of `step` characters, and then as done. */
function grow(text: string, step: number, marks?: readonly TextMark[]) {
  const { container, rerender } = render(view('', true));
  for (let end = step; end < text.length; end += step) rerender(view(text.slice(0, end), true));
  rerender(view(text, false, marks));
  return container;
}

const TEXTS = loadSamples().flatMap(({ entry, body }) => {
  const found = JSON.stringify(body).match(/(?<="type":"output_text","text":|"text":)"(?:[^"\\]|\\.)*"/g) ?? [];
  return found
    .map((json) => [entry.id, JSON.parse(json) as string] as const)
    .filter(([, text]) => text.length > 300 && text.length < 20_000);
});

describe('Markdown that was seen growing', () => {
  it.each(TEXTS)('is drawn as it is when it comes as a whole: %s', (_, text) => {
    const container = grow(text, 97);
    expect(shape(container)).toBe(drawn(text));
  });

  it('finds the definitions that come later, and numbers its footnotes once it is done', () => {
    const text = 'See [the page][p] and a note.[^1]\n\nMore.\n\n[p]: https://shop.example/page\n\n[^1]: The note.';
    const { container, rerender } = render(view(text.slice(0, 40), true));
    expect(container.querySelector('a')).toBeNull();
    rerender(view(text, true));
    expect(container.querySelector('a')?.getAttribute('href')).toBe('https://shop.example/page');
    expect(container.textContent).toContain('[^1]: The note.');
    rerender(view(text, false));
    expect(shape(container)).toBe(drawn(text));
  });

  it('draws words as the parser draws them', () => {
    const text = 'Plain words, with “quotes”: and 3 - 2 = 1.  \n\nWrite to a@shop.example or www.shop.example\n\nA\u202Eb c\n\nä';
    expect(shape(grow(text, 3))).toBe(drawn(text));
  });

  it('has its marks where they belong', () => {
    const text = 'First part.\n\nSecond part.\n\nThird `file.csv` part.';
    const at = (words: string, wraps: boolean) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, wraps });
    const marks = [at('First', false), at('Second', false), at('file.csv', true)];
    expect(shape(grow(text, 5, marks))).toBe(drawn(text, marks));
  });

  it('leaves the blocks alone that are done', () => {
    const text = 'Done.\n\nAlso **done**.\n\nBeing wri';
    const { container, rerender } = render(view(text, true));
    const [first, second] = container.querySelectorAll('p');
    const before = [first?.firstChild, second?.firstChild];
    rerender(view(`${text}tten`, true));
    expect([container.querySelectorAll('p')[0]?.firstChild, container.querySelectorAll('p')[1]?.firstChild]).toEqual(before);
    expect(container.textContent).toContain('Being written');
  });
});
