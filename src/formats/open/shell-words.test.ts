import { array, assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWords } from './shell-words.ts';

describe('a POSIX shell', () => {
  it.each([
    [String.raw`a 'b c' "d e" f\ g`, ['a', 'b c', 'd e', 'f g']],
    [String.raw`'it'\''s' "say \"hi\" \$x \n"`, ["it's", String.raw`say "hi" $x \n`]],
    [String.raw`$'tab\there\x41\u00e9\'\101\q'`, ["tab\thereAé'Aq"]],
    ['a \\\n  b \\\r\n c', ['a', 'b', 'c']],
    ['a "b\\\nc"', ['a', 'bc']],
    ['a # comment\n b', ['a']],
    ['a | jq .', ['a']],
    ['a > out.json', ['a']],
    ['a && b', ['a']],
    ['https://h/x?a=1&b=2 c', ['https://h/x?a=1&b=2', 'c']],
    ["a\n  -H 'b'\nhttps://c\necho d", ['a', '-H', 'b', 'https://c']],
    ["'' x", ['', 'x']],
    ['"never closed', ['never closed']],
    ["$'never", ['never']],
  ])('splits %j', (text, words) => expect(shellWords(text)).toEqual(words));

  it('reads back what it is quoted as', () => {
    const quoted = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;
    assert(
      property(
        array(
          string({ unit: 'binary' }).filter((word) => !/\^"|`\s*\n|\^\s*\n|\bcurl\.exe\b/.test(word)),
          { minLength: 1 },
        ),
        (words) => {
          expect(shellWords(words.map(quoted).join(' '))).toEqual(words);
        },
      ),
    );
  });
});

describe('cmd.exe', () => {
  it.each([
    ['"https://h/x" ^\r\n  -H "a: b"', ['https://h/x', '-H', 'a: b']],
    ['^"https://h/x?a=1^&b=2^" ^\n  -H ^"a: say ^\\^"hi^\\^"^"', ['https://h/x?a=1&b=2', '-H', 'a: say "hi"']],
    ['"C:\\dir\\file" ^\n "it\'s"', ['C:\\dir\\file', "it's"]],
  ])('splits %j', (text, words) => expect(shellWords(text)).toEqual(words));
});

describe('PowerShell', () => {
  it.each([
    ["\"https://h/x\" `\r\n  -H 'a: it''s'", ['https://h/x', '-H', "a: it's"]],
    ['"say `"hi`"" `\n b`$c', ['say "hi"', 'b$c']],
  ])('splits %j', (text, words) => expect(shellWords(text)).toEqual(words));
});

it('splits anything', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect(Array.isArray(shellWords(text))).toBe(true);
    }),
  );
});
