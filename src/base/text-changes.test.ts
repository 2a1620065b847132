import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDifference, textChanges } from './text-changes.ts';

function drawn(one: string, other: string): string {
  return textChanges(one, other)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('textChanges', () => {
  it('tells what is missing by the letter', () => {
    expect(drawn('{"customer":"C-1184"}', '{"customer":"C-1184","limit":5}')).toBe('{"customer":"C-1184"{+,"limit":5+}}');
  });

  it('tells several changes by words', () => {
    expect(drawn('two red apples and one plum', 'two green apples and no plum')).toBe('two [-red-]{+green+} apples and [-one-]{+no+} plum');
  });

  it('tells the same text, and nothing, as what they are', () => {
    expect([drawn('pears', 'pears'), drawn('', ''), drawn('', 'pears'), drawn('pears', '')]).toEqual([
      'pears',
      '',
      '{+pears+}',
      '[-pears-]',
    ]);
  });

  it('never cuts a character', () => {
    expect(drawn('a🍐b', 'a🍑b')).toBe('a[-🍐-]{+🍑+}b');
    expect(firstDifference('🍐', '🍑')).toBe(0);
  });

  it('adds up to both texts, whatever they are', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🍐', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const changes = textChanges(one, other);
        const without = (kind: string) => changes.filter((change) => change.kind !== kind).map(({ text }) => text);
        expect(without('added').join('')).toBe(one);
        expect(without('removed').join('')).toBe(other);
      }),
    );
  });

  it('gives up on details where there are too many', () => {
    const many = (word: string) => Array.from({ length: 1500 }, (_, index) => `${word}${index}`).join(' ');
    expect(textChanges(many('a'), many('b')).map(({ kind }) => kind)).toEqual(['removed', 'added', 'same']);
  });
});
