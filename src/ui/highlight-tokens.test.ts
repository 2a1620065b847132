import { describe, expect, it } from 'vitest';
import { createGrowingHighlighter, highlightCode } from './highlight-tokens.ts';

const PYTHON = 'import math\n\ndef area(r):\n    """A text\n    over lines."""\n    return math.pi * r ** 2  # round\n\nprint(area(2))';

describe('createGrowingHighlighter', () => {
  it('colours what comes in pieces as it colours the whole, and keeps lines that are whole', async () => {
    const colour = await createGrowingHighlighter('python');
    if (colour === null) throw new Error('there is a grammar for Python');
    let before = colour('');
    for (let end = 1; end < PYTHON.length; end += 7) {
      const lines = colour(PYTHON.slice(0, end));
      const settled = before.length - 1;
      expect(lines.slice(0, settled).every((line, index) => line === before[index])).toBe(true);
      before = lines;
    }
    expect(colour(PYTHON)).toEqual(await highlightCode(PYTHON, 'python'));
    expect(colour('other')).toEqual(await highlightCode('other', 'python'));
  });
});
