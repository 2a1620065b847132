import { describe, expect, it } from 'vitest';
import { visibleLine, visibleText } from './visible-text.ts';

describe('visibleText', () => {
  it('shows what would reorder the text around it', () => {
    expect(visibleText('invoice\u202Efdp.exe')).toBe('invoice⟨U+202E⟩fdp.exe');
    expect(visibleText('a\u2066b\u2069c')).toBe('a⟨U+2066⟩b⟨U+2069⟩c');
  });

  it('shows control characters, so that no terminal escape is obeyed', () => {
    expect(visibleText('\u001b[31mred\u0007\u0000\u007f\u009b')).toBe('⟨ESC⟩[31mred⟨BEL⟩⟨NUL⟩⟨DEL⟩⟨U+009B⟩');
  });

  it('shows zero-width characters between plain letters', () => {
    expect(visibleText('pay\u200bpal\ufeff\u00ad')).toBe('pay⟨U+200B⟩pal⟨U+FEFF⟩⟨U+00AD⟩');
    expect(visibleText('ab\u200dcd')).toBe('ab⟨U+200D⟩cd');
  });

  it('spells out instructions hidden in tag characters', () => {
    const hidden = Array.from('obey', (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
    expect(visibleText(`hello${hidden}`)).toBe('hello⟨tags “obey”⟩');
  });

  it('leaves ordinary writing alone: line breaks, emoji families, Persian joiners, Hebrew marks, flags', () => {
    const texts = ['a\n\tb\r\n', '👨‍👩‍👧', 'می\u200cخواهم', 'שלום\u200f!', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'Grüße'];
    for (const text of texts) expect(visibleText(text)).toBe(text);
  });

  it('puts everything on one line', () => {
    expect(visibleLine('  two\n  lines\t\u202Ehere ')).toBe('two lines ⟨U+202E⟩here');
  });
});
