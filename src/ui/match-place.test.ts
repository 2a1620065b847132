import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlace } from './match-place.ts';

/** The match between « and » of `value`, found on `page`; between the same marks there. */
function place(value: string, page: string, options: { readonly earlier?: number; readonly from?: number } = {}): string | null {
  const start = value.indexOf('«');
  const end = value.indexOf('»') - 1;
  const whole = value.replace('«', '').replace('»', '');
  const found = findPlace(page, { whole, start, end, earlier: 0, from: 0, ...options });
  return found === null ? null : `${page.slice(0, found.start)}«${page.slice(found.start, found.end)}»${page.slice(found.end)}`;
}

describe('a place on the page', () => {
  it('is found where the text stands as it is', () => {
    expect(place('Order 8841 can be «refund»ed in full.', 'Message\nOrder 8841 can be refunded in full.')).toBe(
      'Message\nOrder 8841 can be «refund»ed in full.',
    );
  });

  it('is found through Markdown, laid out JSON and hidden characters made visible', () => {
    expect(place('# Title\n\nIt is **very «bold», and** long enough.', 'Title\nIt is very bold, and long enough.')).toBe(
      'Title\nIt is very «bold», and long enough.',
    );
    expect(place('{"customer":"«C-1184","st»atus":["paid"]}', '{\n  "customer": "C-1184",\n  "status": [\n')).toBe(
      '{\n  "customer": "«C-1184",\n  "st»atus": [\n',
    );
    expect(place('red «te\u001bxt» follows the escape', 'red te⟨ESC⟩xt follows the escape')).toBe('red «te⟨ESC⟩xt» follows the escape');
  });

  it('is the one of several that has the same words around it', () => {
    const value = 'the first order was paid, the second «order» was not paid in time';
    expect(place(value, `a summary: order\n${value.replace(/[«»]/g, '')}`)).toBe(`a summary: order\n${value}`);
  });

  it('is counted where the same words come again and again', () => {
    expect(place(`${'again '.repeat(40)}«again» ${'again '.repeat(40)}`, 'again '.repeat(81))).toBe(
      `${'again '.repeat(40)}«again» ${'again '.repeat(40)}`,
    );
  });

  it('is not taken to be where other words are around it', () => {
    expect(place('gAAAAABq0Zk3x9«ab»TQ8LmNvWcR2yUe', 'about an abbey, an able abbot')).toBeNull();
  });

  it('of a short value has to be that value', () => {
    expect(place('«user»', 'the superuser\nrole\nuser')).toBe('the superuser\nrole\n«user»');
    expect(place('com«pleted»', 'incompleted')).toBeNull();
    expect(place('com«pleted»', 'it is completed.')).toBe('it is com«pleted».');
  });

  it('may be made of signs alone', () => {
    expect(place('if a «=>» b then nothing else happens', 'if a => b then nothing else happens')).toBe(
      'if a «=>» b then nothing else happens',
    );
    expect(place('run «./tool --all;» and wait for it', 'run ./tool --all; and wait for it')).toBe('run «./tool --all;» and wait for it');
  });

  it('is found for every part of any text that is shown as it is', () => {
    const words = fc.array(fc.stringMatching(/^[a-d]{1,3}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.nat(), (all, seed) => {
        const whole = all.join(' ');
        const index = seed % all.length;
        const start = all.slice(0, index).join(' ').length + (index === 0 ? 0 : 1);
        const end = start + (all[index]?.length ?? 0);
        expect(findPlace(whole, { whole, start, end, earlier: 0, from: 0 })).toEqual({ start, end });
      }),
    );
  });
});
