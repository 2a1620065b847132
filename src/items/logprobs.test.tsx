// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '#base/json.ts';
import { ContentParts } from './content-parts.tsx';
import { formatChance, perplexityOf, readLogprobs, spellsText, spellToken } from './read-logprobs.ts';
import { neighbourOf } from './token-neighbours.ts';

afterEach(cleanup);

const bytesOf = (text: string) => [...new TextEncoder().encode(text)];
const chance = (token: string, logprob: number) => ({ token, logprob, bytes: bytesOf(token) });

/** "cat 0.9, dog 0.1": a token with its probability, then its alternatives. */
function entry(drawing: string): JsonObject {
  const top_logprobs = drawing.split(', ').map((each) => {
    const at = each.lastIndexOf(' ');
    return chance(each.slice(0, at).replaceAll('␣', ' ').replaceAll('⏎', '\n'), Math.log(Number(each.slice(at + 1))));
  });
  return { ...chance('', 0), ...top_logprobs[0], top_logprobs };
}

const TEXT = 'Severity: error\n';
const LOGPROBS = [entry('Severity 0.998, Level 0.001'), entry(': 1'), entry('␣error 0.4, ␣critical 0.5, ␣warning 0.05'), entry('⏎ 0.05')];

function show(part: JsonObject) {
  const { container } = render(<ContentParts content={[{ type: 'output_text', ...part }]} label="message" />);
  return container;
}

function showProbabilities(logprobs: JsonValue = LOGPROBS, text = TEXT) {
  const container = show({ text, logprobs });
  fireEvent.click(screen.getByRole('button', { name: 'Probabilities' }));
  return container;
}

const details = () => screen.getByRole('region', { name: 'Token' }).textContent;

describe('the view of log probabilities', () => {
  it('is offered beside the ways of every text, also of empty text and of JSON', () => {
    show({ text: TEXT, logprobs: LOGPROBS });
    const names = within(screen.getByRole('group', { name: 'Show message as' })).getAllByRole('button');
    expect(names.map((button) => button.textContent)).toEqual(['Rendered', 'Source', 'Probabilities']);
    for (const text of ['', '{"a":1}', '{"a":1']) {
      cleanup();
      render(<ContentParts content={[{ type: 'output_text', text, logprobs: LOGPROBS }]} label="message" expectsJson />);
      fireEvent.click(screen.getByRole('button', { name: 'Probabilities' }));
      expect(screen.getAllByRole('option').length).toBe(4);
    }
  });

  it('is not offered without log probabilities, but shows what was sent in their place', () => {
    for (const logprobs of [null, []]) {
      expect(show({ text: 'a', logprobs }).textContent).not.toContain('logprobs');
      expect(screen.queryByRole('button', { name: 'Probabilities' })).toBeNull();
      cleanup();
    }
    expect(show({ text: 'a', logprobs: 'switched off' }).textContent).toContain('logprobsswitched off');
  });

  it('loses nothing where text or citations are of another kind', () => {
    const container = show({ text: 3, annotations: [{ type: 'file_path', file_id: 'file_9' }], logprobs: [{ token: 'three' }] });
    for (const words of ['the text is not a string', 'file_9', 'three']) expect(container.textContent).toContain(words);
    cleanup();
    expect(show({ text: 'a', annotations: 'none today' }).textContent).toContain('annotationsnone today');
  });

  it('draws the text itself, token by token, with colour and line by probability', () => {
    showProbabilities();
    const tokens = screen.getAllByRole('option');
    expect(tokens.map((token) => token.textContent).join('')).toBe(TEXT);
    expect(tokens.map((token) => /decoration-(dotted|dashed|solid|double)/.exec(token.className)?.[1] ?? 'none')).toEqual([
      'none',
      'none',
      'dashed',
      'double',
    ]);
    expect(tokens.map((token) => token.getAttribute('aria-label'))).toEqual(['Severity, 99.80%', ':, 100%', ' error, 40.0%', '\n, 5.0%']);
  });

  it('tells of a token when the pointer is on it, and of the focused one when it leaves', () => {
    showProbabilities();
    const tokens = screen.getAllByRole('option');
    expect(details()).toContain('99.80%');
    fireEvent.pointerOver(tokens[2] ?? document.body);
    expect(details()).toContain('40.0%');
    expect(details()).toContain('20 65 72 72 6F 72');
    expect(details()).toContain('1 other was more likely');
    const alternatives = within(screen.getByRole('list', { name: 'Most likely tokens' })).getAllByRole('listitem');
    expect(alternatives.map((each) => each.textContent)).toEqual([
      expect.stringMatching(/^ error40\.0%-0\.916/),
      expect.stringMatching(/^ critical50\.0%/),
      expect.stringMatching(/^ warning5\.0%/),
    ]);
    expect(within(alternatives[0] ?? document.body).getByLabelText('chosen')).toBeTruthy();
    fireEvent.pointerLeave(screen.getByRole('listbox'));
    expect(details()).toContain('1 of 4');
  });

  it('is one stop for Tab; arrow keys, Home and End walk', () => {
    showProbabilities();
    const stops = () => screen.getAllByRole('option').flatMap((token, index) => (token.tabIndex === 0 ? [index] : []));
    expect(stops()).toEqual([0]);
    screen.getAllByRole('option')[0]?.focus();
    for (const [key, index] of [
      ['ArrowRight', 1],
      ['ArrowRight', 2],
      ['ArrowLeft', 1],
      ['End', 3],
      ['ArrowRight', 3],
      ['Home', 0],
    ] as const) {
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
      expect(stops()).toEqual([index]);
      expect(document.activeElement?.getAttribute('data-token')).toBe(String(index));
      expect(details()).toContain(`${index + 1} of 4`);
    }
  });

  it('keeps its height, whatever token it tells of', () => {
    showProbabilities();
    const height = () => screen.getByRole('region', { name: 'Token' }).style.height;
    const before = height();
    fireEvent.pointerOver(screen.getAllByRole('option')[3] ?? document.body);
    expect(before).toMatch(/^[\d.]+rem$/);
    expect(height()).toBe(before);
  });

  it('goes to the least likely token', () => {
    showProbabilities();
    fireEvent.click(screen.getByRole('button', { name: /^least likely “␣” 5\.0%/ }));
    expect(details()).toContain('4 of 4');
  });

  it('spells parts of characters by their bytes, and says when tokens are not the text', () => {
    const bytes = bytesOf('🛑');
    const parts = [
      { token: '\ufffd', logprob: -1, bytes: bytes.slice(0, 2) },
      { token: '\ufffd', logprob: -0.1, bytes: bytes.slice(2) },
    ];
    const container = showProbabilities(parts, '🛑');
    expect(screen.getAllByRole('option').map((token) => token.textContent)).toEqual(['⟨F0 9F⟩', '⟨9B 91⟩']);
    expect(container.textContent).not.toContain('do not spell');
    cleanup();
    expect(showProbabilities(LOGPROBS, 'Something else').textContent).toContain('These tokens do not spell the text of this part.');
  });

  it('shows entries of any shape', () => {
    const container = showProbabilities([
      null,
      'word',
      { token: 7, extra: 'more' },
      { token: 'x', logprob: '-0.5', top_logprobs: 'none' },
      { bytes: [256] },
    ]);
    const seen = screen.getAllByRole('option').map((token) => {
      fireEvent.pointerOver(token);
      return details();
    });
    expect(seen).toEqual([
      expect.stringContaining('"entry":null'),
      expect.stringContaining('"entry":"word"'),
      expect.stringContaining('"extra":"more","token":7'),
      expect.stringContaining('"top_logprobs":"none"'),
      expect.stringContaining('"bytes":[256]'),
    ]);
    expect(container.textContent).toContain('5 tokens');
  });

  it('holds 4,000 tokens at once, and more on demand', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => chance(` w${index}`, -0.5));
    expect(showProbabilities(many(4_000)).querySelectorAll('[data-token]').length).toBe(4_000);
    cleanup();
    const container = showProbabilities(many(5_001));
    expect(container.querySelectorAll('[data-token]').length).toBe(5_000);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 5,001 tokens' }));
    expect(container.querySelectorAll('[data-token]').length).toBe(5_001);
  });
});

describe('reading log probabilities', () => {
  it.each([
    [{ token: ' a', bytes: null }, ' a'],
    [{ token: '\ufffd', bytes: null }, '\ufffd'],
    [{ token: '\ufffd', bytes: [0xef, 0xbf, 0xbd] }, '\ufffd'],
    [{ token: null, bytes: [104, 105] }, 'hi'],
    [{ token: null, bytes: null }, '⟨no token⟩'],
    [{ token: '', bytes: [] }, ''],
  ])('spells %j as %j', (token, expected) => {
    expect(spellToken(token)).toBe(expected);
  });

  it.each([
    [null, 'unknown'],
    [1, '100%'],
    [0.99995, '> 99.99%'],
    [0.9979, '99.79%'],
    [0.7, '70.0%'],
    [0.0042, '0.42%'],
    [0.00001, '< 0.01%'],
    [0, '0%'],
  ])('writes %j as %j', (probability, expected) => {
    expect(formatChance(probability)).toBe(expected);
  });

  it('measures perplexity, and has none without numbers', () => {
    expect(perplexityOf(readLogprobs([chance('a', Math.log(0.25)), chance('b', 0)]))).toBeCloseTo(2);
    expect(perplexityOf(readLogprobs([{ token: 'a' }]))).toBeNull();
  });

  it('compares with the text where bytes are missing, as far as it can', () => {
    const without = (token: string) => ({ token, logprob: 0 });
    expect(spellsText(readLogprobs([without('a'), without('b')]), 'ab')).toBe(true);
    expect(spellsText(readLogprobs([without('a')]), 'ab')).toBe(false);
    expect(spellsText(readLogprobs([without('\ufffd')]), 'ü')).toBe(true);
  });
});

describe('walking over lines of tokens', () => {
  /** Tokens as they stand on a page: one string per line, one token per word, 10 pixels per character. */
  const placed = (...lines: readonly string[]) =>
    lines.flatMap((line, row) =>
      [...line.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
        getBoundingClientRect: () => ({ top: row * 24, left: index * 10, right: (index + word.length) * 10 }),
      })),
    );
  const tokens = placed('aa bbbb c', 'dddddd eee', 'f');

  it.each([
    [0, 'ArrowDown', 3],
    [2, 'ArrowDown', 4],
    [4, 'ArrowUp', 2],
    [4, 'ArrowDown', 5],
    [5, 'ArrowDown', 5],
    [1, 'ArrowUp', 1],
    [2, 'ArrowRight', 3],
    [0, 'ArrowLeft', 0],
    [0, 'x', null],
  ] as const)('from %i with %s to %s', (from, key, expected) => {
    expect(neighbourOf(tokens, from, key)).toBe(expected);
  });
});
