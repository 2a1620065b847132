import { array, assert, constantFrom, json, nat, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tryParseJson } from './json.ts';
import { findJsonError, positionAt } from './json-error-position.ts';

describe('findJsonError', () => {
  it.each([
    ['{"a": 1 ▸"b": 2}', /comma or a closing brace/],
    ['[1 ▸2]', /comma or a closing bracket/],
    ['{"a": 1, ▸}', /comma too many/],
    ['[1, ▸]', /comma too many/],
    ['{▸a: 1}', /property name/],
    ["{▸'a': 1}", /straight double quotes/],
    ['{"a" ▸1}', /colon/],
    ['{"a": ▸True}', /Python/],
    ['{"a": ▸undefined}', /expected/],
    ['{"a": ▸}', /value is missing/],
    ['[▸// note\n1]', /comments/],
    ['[1▸}', /does not match/],
    ['{"a": 1} ▸{"b": 2}', /more text after the end/],
    ['{"a": [1, 2▸', /2 brackets/],
    ['{"a": "cut of▸', /inside a string/],
    ['"bad ▸\\x escape"', /backslash/],
    ['"line▸\nbreak"', /end of its line/],
    ['0▸1', /zero/],
    ['1▸.', /decimal/],
    ['▸', /no text/],
    ['▸\uFEFF{}', /byte order mark/],
  ])('finds the mark in %j', (marked, problem) => {
    const found = findJsonError(marked.replace('▸', ''));
    expect(found?.offset).toBe(marked.indexOf('▸'));
    expect(found?.problem).toMatch(problem);
  });

  it('counts lines and columns from 1, for every kind of line end', () => {
    expect(findJsonError('{\n  "a": 1,\r\n  "b": oops\r}')).toMatchObject({ line: 3, column: 8 });
    expect(positionAt('a\rb\nc', 4)).toEqual({ line: 3, column: 1 });
    expect(positionAt('', 0)).toEqual({ line: 1, column: 1 });
  });

  it('does not overflow on deep nesting', () => {
    const depth = 50_000;
    expect(findJsonError('['.repeat(depth) + ']'.repeat(depth))).toBeNull();
    expect(findJsonError('[{"a":'.repeat(depth))?.problem).toMatch(/100000 brackets/);
  });

  it('agrees with JSON.parse on whether a text is valid', () => {
    const pieces = array(
      constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"',
        '\\',
        '\\u00',
        '1',
        '-',
        '.',
        'e',
        '0',
        'null',
        'tru',
        ' ',
        '\n',
        '\t',
        '\u2028',
      ),
    );
    const mutated = tuple(json(), nat(), nat({ max: 3 }), string({ maxLength: 2, unit: 'binary' })).map(([text, at, removed, added]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + added + text.slice(start + removed);
    });
    const anyText = oneof(
      json(),
      mutated,
      pieces.map((list) => list.join('')),
      string(),
    );
    assert(
      property(anyText, (text) => {
        const found = findJsonError(text);
        expect(found === null).toBe(tryParseJson(text).ok);
        expect(found?.offset ?? 0).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });
});
