import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDotPath } from '#base/json-path-text.ts';
import { isJsonArray, isJsonObject, valueAt, type JsonPath, type JsonValue } from '#base/json.ts';
import { compileFind, type FindMatch, type FindQuery, type Matcher } from './find.ts';
import { findInJson, searchHere } from './find-in-json.ts';
import type { FindScope } from './find-texts.ts';

const EVERYWHERE: FindScope = { keys: true, paths: true, literals: true };
const VALUES: FindScope = { keys: false, paths: false, literals: false };

function query(text: string, options: Partial<FindQuery> = {}): FindQuery {
  return { text, isRegex: false, matchesCase: false, ...options };
}

function matcherOf(text: string, options: Partial<FindQuery> = {}): Matcher {
  const compiled = compileFind(query(text, options));
  if (!compiled.ok) throw new Error(compiled.problem);
  return compiled.matcher;
}

function found(text: string, within: string, options: Partial<FindQuery> = {}): readonly string[] {
  return matcherOf(text, options)
    .spansIn(within)
    .map(({ start, end }) => within.slice(start, end));
}

async function find(value: JsonValue, matcher: Matcher, scope = EVERYWHERE): Promise<readonly FindMatch[]> {
  const all: FindMatch[] = [];
  for await (const batch of findInJson(value, { search: searchHere(matcher), scope })) all.push(...batch);
  return all;
}

describe('text', () => {
  it('finds a text in any case, with its offsets', () => {
    expect(matcherOf('refund').spansIn('Refund or REFUND')).toEqual([
      { start: 0, end: 6 },
      { start: 10, end: 16 },
    ]);
    expect(found('refund', 'Refund or refund', { matchesCase: true })).toEqual(['refund']);
  });

  it('folds case beyond ASCII', () => {
    expect(found('ΟΔΟΣ', 'οδος Οδοσ')).toHaveLength(2);
    expect(found('straße', 'STRAßE Straße')).toHaveLength(2);
    expect(found('ÄRGER', 'ärger')).toEqual(['ärger']);
    expect(found('k', '\u212a')).toEqual(['\u212a']);
  });

  it('takes characters of regexes as they are', () => {
    expect(found('a.b*(c)[d]{2}$^|\\/', 'a.b*(c)[d]{2}$^|\\/ axb')).toEqual(['a.b*(c)[d]{2}$^|\\/']);
    expect(found('.', 'abc')).toEqual([]);
  });

  it('finds nothing where nothing is asked for', () => {
    expect(found('', 'abc')).toEqual([]);
  });

  it('agrees with a naive search for any text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'ß', '😀', '\ud83d', '(', '\n') });
    fc.assert(
      fc.property(letters, letters, (text, within) => {
        fc.pre(text !== '');
        const starts: number[] = [];
        for (let at = 0; at <= within.length - text.length; at += 1) {
          if (within.slice(at, at + text.length) !== text) continue;
          starts.push(at);
          at += text.length - 1;
        }
        expect(
          matcherOf(text, { matchesCase: true })
            .spansIn(within)
            .map(({ start }) => start),
        ).toEqual(starts);
      }),
    );
  });
});

describe('regexes', () => {
  it('match in any case, line by line, and never nothing', () => {
    expect(found('^order \\d+$', 'Order 8841\nno order 1\norder 2', { isRegex: true })).toEqual(['Order 8841', 'order 2']);
    expect(found('x*', 'axxb', { isRegex: true })).toEqual(['xx']);
    expect(found('.', '😀', { isRegex: true })).toEqual(['😀']);
    expect(found('\\p{Lu}+', 'abC', { isRegex: true, matchesCase: true })).toEqual(['C']);
  });

  it('may be written as leniently as browsers take them', () => {
    expect(found('\\-{', 'a-{', { isRegex: true })).toEqual(['-{']);
  });

  it.each([
    ['(', 'a “(” is never closed'],
    [')', 'a “)” has no “(” before it'],
    ['[a', 'a “[” is never closed'],
    ['*', 'has nothing before it to repeat'],
    ['[z-a]', 'runs backwards'],
    ['a{3,1}', 'the numbers in “{}” run backwards'],
    ['a\\', 'it ends in a “\\”'],
    ['(?x', 'a group begins with “(?”'],
    ['(nothing to repeat', 'a “(” is never closed'],
  ])('say what is wrong with %s', (text, words) => {
    const compiled = compileFind(query(text, { isRegex: true }));
    expect(compiled.ok ? '' : compiled.problem).toContain(words);
  });

  it('answer or say what is wrong, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, matchesCase) => {
        const compiled = compileFind({ text, isRegex: true, matchesCase });
        expect(compiled.ok || compiled.problem.startsWith('Not a regex yet')).toBe(true);
      }),
    );
  });
});

describe('a document', () => {
  const body: JsonValue = {
    id: 'resp_1',
    output: [
      { type: 'message', content: [{ text: 'Refund, then refund.' }], refund: { 'a.b': 12, ok: true, none: null } },
      { type: 'refund', content: [] },
    ],
  };

  it('is searched in its order: keys, then values', async () => {
    expect(await find(body, matcherOf('refund'))).toEqual([
      { path: ['output', 0, 'content', 0, 'text'], in: 'value', start: 0, end: 6 },
      { path: ['output', 0, 'content', 0, 'text'], in: 'value', start: 13, end: 19 },
      { path: ['output', 0, 'refund'], in: 'key', start: 0, end: 6 },
      { path: ['output', 1, 'type'], in: 'value', start: 0, end: 6 },
    ]);
    expect(await find(body, matcherOf('refund'), VALUES)).toHaveLength(3);
  });

  it('is searched for paths, each counted once where it ends', async () => {
    expect(await find(body, matcherOf('output[0].content'))).toEqual([{ path: ['output', 0, 'content'], in: 'path', start: 0, end: 17 }]);
    expect((await find(body, matcherOf('["a.b"]'))).map(({ path }) => path)).toEqual([['output', 0, 'refund', 'a.b']]);
  });

  it('is searched for numbers, and for literals where that is asked for', async () => {
    expect((await find(body, matcherOf('12'), VALUES)).map(({ path }) => path)).toEqual([['output', 0, 'refund', 'a.b']]);
    expect(await find(body, matcherOf('true'), VALUES)).toEqual([]);
    expect(await find(body, matcherOf('true'))).toHaveLength(1);
    expect(await find(body, matcherOf('null'))).toHaveLength(1);
  });

  it('may be a scalar, and nested deeper than any stack', async () => {
    expect(await find('refund', matcherOf('fund'))).toEqual([{ path: [], in: 'value', start: 2, end: 6 }]);
    let deep: JsonValue = 'bottom';
    for (let level = 0; level < 100_000; level += 1) deep = level % 2 === 0 ? { a: deep } : [deep];
    expect((await find(deep, matcherOf('bottom')))[0]?.path).toHaveLength(100_000);
  });

  it('gives the matches of a naive walk, at paths that lead to them', async () => {
    const words = fc.stringMatching(/^[ab.[\]"]{0,4}$/);
    const documents = fc.letrec<{ node: JsonValue }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        words,
        fc.constantFrom(1, true, null),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(words, tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    await fc.assert(
      fc.asyncProperty(documents, fc.constantFrom('a', 'b.', '[1]', 'ab', 'true', '"'), async (value, text) => {
        const matches = await find(value, matcherOf(text, { matchesCase: true }));
        expect(matches.filter((match) => match.in !== 'path')).toEqual(naive(value, text));
        for (const { path, in: place, start, end } of matches) {
          expect(wholeText(value, path, place).slice(start, end)).toBe(text);
        }
      }),
    );
  });

  it('is searched in slices, and no further than its matches are taken', async () => {
    let pauses = 0;
    const value = Array.from({ length: 40_000 }, (_, index) => `order ${index} ${'x'.repeat(200)}`);
    const search = findInJson(value, {
      search: searchHere(matcherOf('order', { isRegex: true })),
      scope: VALUES,
      pause: () => Promise.resolve(void (pauses += 1)),
    });
    expect((await search.next()).value?.[0]?.path).toEqual([0]);
    const pausesOfFirst = pauses;
    for await (const batch of search) if (batch.some(({ path }) => path[0] === 39_999)) break;
    expect(pausesOfFirst).toBeLessThanOrEqual(1);
    expect((await search.next()).done).toBe(true);
  });
});

function wholeText(value: JsonValue, path: JsonPath, place: FindMatch['in']): string {
  if (place === 'path') return formatDotPath(path);
  return String(place === 'key' ? path.at(-1) : (valueAt(value, path) as string | number | boolean | null));
}

function naive(value: JsonValue, text: string, path: JsonPath = []): readonly FindMatch[] {
  const at = (whole: string, place: 'key' | 'value', where: JsonPath) =>
    matcherOf(text, { matchesCase: true })
      .spansIn(whole)
      .map((span) => ({ path: where, in: place, ...span }));
  if (isJsonArray(value)) return value.flatMap((element, index) => naive(element, text, [...path, index]));
  if (!isJsonObject(value)) return at(String(value), 'value', path);
  return Object.entries(value).flatMap(([key, child]) => [...at(key, 'key', [...path, key]), ...naive(child, text, [...path, key])]);
}
