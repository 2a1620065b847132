import { describe, expect, it } from 'vitest';
import { PageText, stringsIn } from './page-text.ts';

function find(page: string, text: string, key = 'text') {
  return new PageText(page).find({ path: ['output', 0, key], text });
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
    ['line by line, with marks between', '1 added review tests 2 added update docs', '+review tests\n+update docs\n'],
    ['punctuation alone', 'and ??? then', '???'],
  ])('finds text %s', (_, page, text) => {
    expect(find(page, text)).toBe('whole');
  });

  it.each([
    ['cut', 'Hello, wor…', 'Hello, world!'],
    ['out of order', 'world Hello', 'Hello world'],
    ['with its lines out of order', 'update docs, review tests', 'review tests\nupdate docs'],
    ['JSON that lacks a key', 'Berlin 3', '{"city":"Berlin","days":3}'],
    ['nothing', '', 'Hello'],
  ])('does not find text that is %s', (_, page, text) => {
    expect(find(page, text)).toBeNull();
  });

  it('takes the size of opaque data for the data', () => {
    const sealed = 'gAAAA'.padEnd(2000, 'x');
    expect(find('Sealed reasoning, 2 kB', sealed, 'encrypted_content')).toBe('size');
    expect(find('Sealed reasoning', sealed, 'encrypted_content')).toBeNull();
    expect(find('Image, 6 B', 'iVBORw0K', 'result')).toBe('size');
    expect(find('Message, 2.2 kB', 'A sentence.'.repeat(200))).toBeNull();
  });

  it('takes the beginning of a long string for the string where its length is said', () => {
    const sentence = 'A sentence, and one more. '.repeat(40);
    expect(find(`"${sentence.slice(0, 500)}"… (1,040 characters)`, sentence)).toBe('cut');
    expect(find(`"${sentence.slice(0, 500)}"…`, sentence)).toBeNull();
    expect(find(`text : "${sentence.slice(0, 500)}"… (1,040 characters)`, JSON.stringify({ text: sentence }))).toBe('cut');
  });

  it('allows for characters that are made visible', () => {
    expect(find('a soft⟨U+00AD⟩hyphen', 'a soft\u00adhyphen')).toBe('whole');
  });
});
