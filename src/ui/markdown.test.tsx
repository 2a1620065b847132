// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Markdown, type TextMark } from './markdown.tsx';

afterEach(cleanup);
afterEach(() => vi.unstubAllGlobals());

async function draw(text: string, marks: readonly TextMark[] = []) {
  const { container } = render(
    <Markdown text={text} marks={marks} drawMark={(index, covered) => (covered === null ? <i>{index}</i> : <b>{covered}</b>)} />,
  );
  await waitFor(() => expect(container.querySelector('p, li, table, pre, [role=heading]')).not.toBeNull());
  return container;
}

describe('Markdown', () => {
  it('shows HTML as text', async () => {
    const container = await draw(
      'Hello <script>alert(1)</script> <img src=x onerror=alert(2)>\n\n<iframe src="https://x.example"></iframe>',
    );
    expect(container.querySelector('script, img, iframe')).toBeNull();
    expect(container.textContent).toContain('<script>alert(1)</script>');
    expect(container.textContent).toContain('<iframe src="https://x.example">');
  });

  it('opens web links elsewhere with their host beside them, and no other links', async () => {
    const container = await draw('[site](https://shop.example/a) [run](javascript:alert(1)) [data](data:text/html,x)');
    const links = [...container.querySelectorAll('a')];
    expect(links.map((link) => [link.getAttribute('href'), link.rel, link.target])).toEqual([
      ['https://shop.example/a', 'noopener noreferrer', '_blank'],
    ]);
    expect(links[0]?.textContent).toContain('shop.example');
    expect(container.textContent).toContain('run (javascript:alert(1))');
  });

  it('loads no image before it is asked to, then without credentials and referrer', async () => {
    const fetchImage = vi.fn<typeof fetch>().mockResolvedValue(new Response(new Blob(['x'], { type: 'image/png' })));
    vi.stubGlobal('fetch', fetchImage);
    const container = await draw('![a chart](https://img.example/chart.png)');
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain('a chart img.example');
    expect(fetchImage).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Load image' }));
    await waitFor(() => expect(container.querySelector('img')?.getAttribute('src')).toMatch(/^blob:/));
    expect(fetchImage.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it('says so when an image cannot be had', async () => {
    vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(new TypeError('refused')));
    await draw('![](https://img.example/chart.png)');
    fireEvent.click(screen.getByRole('button', { name: 'Load image' }));
    expect((await screen.findByText(/open it in a new tab/)).getAttribute('aria-live')).toBe('polite');
  });

  it('colours code once the highlighter is there, and never changes it', async () => {
    const container = await draw('```python\nprint("hi")\n```');
    await waitFor(() => expect(container.querySelector('pre span[style]')).not.toBeNull());
    expect(container.querySelector('pre')?.textContent).toBe('print("hi")');
    expect(screen.getByRole('button', { name: 'Copy code' })).toBeTruthy();
  });

  it('lets tables scroll in a box that the keyboard reaches', async () => {
    const container = await draw('| a | b |\n|---|---|\n| 1 | 2 |');
    expect(container.querySelector('table')?.parentElement?.tabIndex).toBe(0);
  });

  it('makes headings go down level by level', async () => {
    const container = await draw('### Deep\n\n# Top\n\n#### Deeper');
    expect([...container.querySelectorAll('[role=heading]')].map((heading) => heading.getAttribute('aria-level'))).toEqual(['3', '3', '4']);
  });

  it('makes characters that reorder text visible', async () => {
    const container = await draw('invoice\u202Efdp.exe and `a\u200Bb`');
    expect(container.textContent).toBe('invoice⟨U+202E⟩fdp.exe and a⟨U+200B⟩b');
  });

  describe('marks', () => {
    const at = (text: string, end: number) => ({ start: end, end, wraps: false, text });

    it('stand right behind their place, in order, also around other marks', async () => {
      const text = 'One two **three four** five.';
      const container = await draw(text, [at(text, 3), at(text, 7), at(text, 7), at(text, 15)]);
      expect(container.innerHTML.replace(/<(?!\/?i>)[^>]+>/g, '')).toBe('One<i>0</i> two<i>1</i><i>2</i> three four<i>3</i> five.');
    });

    it('stand behind links and code that hold their place, and in table cells', async () => {
      const text = 'See ([a](https://a.example/long)) now.\n\n| x |\n|---|\n| cell |';
      const container = await draw(text, [at(text, 20), at(text, text.indexOf('cell') + 4)]);
      expect(container.querySelector('a')?.nextElementSibling?.outerHTML).toBe('<i>0</i>');
      expect(container.querySelector('td')?.innerHTML).toBe('cell<i>1</i>');
    });

    it('enclose words, code, and the link whose target they point into', async () => {
      const text = 'Word here, `file.csv` and [get it](sandbox:/mnt/file.csv).';
      const span = (words: string, from = 0) => ({
        start: text.indexOf(words, from),
        end: text.indexOf(words, from) + words.length,
        wraps: true,
      });
      const container = await draw(text, [span('here'), span('file.csv'), span('sandbox:/mnt/file.csv')]);
      expect([...container.querySelectorAll('b')].map((mark) => mark.textContent)).toEqual(['here', 'file.csv', 'get it']);
      expect(container.textContent).toBe('Word here, file.csv and get it.');
    });

    it('behind the last code block get a line of their own', async () => {
      const text = '```\ncode\n```';
      const container = await draw(text, [at(text, text.length), at(text, text.length)]);
      expect(container.querySelector('p')?.innerHTML).toBe('<i>0</i><i>1</i>');
    });
  });
});
