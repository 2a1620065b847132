import { describe, expect, it } from 'vitest';
import { PageText, stringsIn } from './readable-strings.ts';

function shows(page: string, text: string, key = 'text'): boolean {
  return new PageText(page).shows({ path: ['output', 0, key], text });
}

describe('stringsIn', () => {
  it('finds every string but the names of kinds, with its path', () => {
    const output = [{ type: 'message', id: 'msg_1', content: [{ type: 'output_text', text: 'Hi', annotations: [] }, { text: ' ' }] }];
    expect(stringsIn(output)).toEqual([
      { path: [0, 'id'], text: 'msg_1' },
      { path: [0, 'content', 0, 'text'], text: 'Hi' },
    ]);
  });

  it('keeps a "type" that is no string', () => {
    expect(stringsIn({ type: { deep: 'here' } })).toEqual([{ path: ['type', 'deep'], text: 'here' }]);
  });
});

describe('PageText', () => {
  it.each([
    ['as it is', 'before Hello, world! after', 'Hello, world!'],
    ['wrapped and spaced differently', 'Hello,\n   world !', 'Hello, world!'],
    ['with its emphasis drawn', 'a bold word', 'a **bold** word'],
    ['escaped', String.raw`"line one\nline two"`, 'line one\nline two'],
    ['JSON, taken apart', 'city : "Berlin" , days : 3', '{"city":"Berlin","days":3}'],
    ['punctuation alone', 'and ??? then', '???'],
  ])('finds text %s', (_, page, text) => {
    expect(shows(page, text)).toBe(true);
  });

  it.each([
    ['cut', 'Hello, wor…', 'Hello, world!'],
    ['out of order', 'world Hello', 'Hello world'],
    ['JSON that lacks a key', 'Berlin 3', '{"city":"Berlin","days":3}'],
    ['nothing', '', 'Hello'],
  ])('does not find text that is %s', (_, page, text) => {
    expect(shows(page, text)).toBe(false);
  });

  it('takes the size of opaque data for the data', () => {
    const sealed = 'gAAAA'.padEnd(2000, 'x');
    expect(shows('Sealed reasoning, 2 kB', sealed, 'encrypted_content')).toBe(true);
    expect(shows('Sealed reasoning', sealed, 'encrypted_content')).toBe(false);
    expect(shows('Message, 2 kB', 'A sentence.'.repeat(200))).toBe(false);
  });
});
