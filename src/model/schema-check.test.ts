import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDotPath } from '#base/json-path-text.ts';
import type { JsonObject, JsonValue } from '#base/json.ts';
import { isQuickPattern } from './checkable-schema.ts';
import { checkAgainstSchema } from './schema-check.ts';

/** "fits", "status[0] is …" per problem, or "not checked: …". */
async function verdict(schema: JsonValue, value: JsonValue): Promise<string> {
  const found = await checkAgainstSchema(schema, value);
  if (found.kind === 'not-checked') return `not checked: ${found.reason}`;
  const problems = found.problems.map(({ path, words }) => `${formatDotPath(path)} ${words}`.trim());
  return [...(problems.length === 0 ? ['fits'] : problems), ...found.unchecked.map((part) => `(without ${part})`)].join(' | ');
}

const strict = (properties: JsonObject) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const ORDERS = strict({
  customer: { type: 'string', pattern: '^C-[0-9]+$' },
  status: { type: 'array', items: { type: 'string', enum: ['paid', 'shipped'] } },
  limit: { type: 'integer', minimum: 1, maximum: 100 },
});

describe('checkAgainstSchema', () => {
  it.each<readonly [JsonValue, string]>([
    [{ customer: 'C-1', status: ['paid'], limit: 20 }, 'fits'],
    [{ customer: 'C-1', status: ['paid'] }, 'limit is missing'],
    [
      { customer: 'x', status: ['payed'], limit: 200 },
      'customer is "x", which does not match ^C-[0-9]+$ | status[0] is "payed", not one of "paid", "shipped" | limit is 200, more than 100',
    ],
    [{ customer: 'C-1', status: 'paid', limit: 1.5 }, 'status is a string, not a list | limit is a number, not an integer'],
    [{ customer: 'C-1', status: [], limit: 1, colour: 'red' }, 'colour is not in the schema'],
    [[], 'is a list, not an object'],
    [{ constructor: 1, customer: 'C-1', status: [], limit: 1 }, 'constructor is not in the schema'],
  ])('%j: %s', async (value, expected) => {
    expect(await verdict(ORDERS, value)).toBe(expected);
  });

  it('follows references, and says what is wrong behind them', async () => {
    const schema = {
      ...strict({ to: { $ref: '#/$defs/address' } }),
      $defs: { address: strict({ city: { type: 'string', minLength: 2 } }) },
    };
    expect(await verdict(schema, { to: { city: 'Utrecht' } })).toBe('fits');
    expect(await verdict(schema, { to: { city: 'U' } })).toBe('to.city is shorter than 2 characters');
    expect(await verdict(schema, { to: {} })).toBe('to.city is missing');
  });

  it('takes the alternative that was meant', async () => {
    const nullable = strict({ a: { anyOf: [{ type: 'integer', minimum: 5 }, { type: 'null' }] }, b: { type: ['string', 'null'] } });
    expect(await verdict(nullable, { a: null, b: null })).toBe('fits');
    expect(await verdict(nullable, { a: 3, b: 4 })).toBe('a is 3, less than 5 | b is a number, not a string or null');
    expect(await verdict(nullable, { a: 'x', b: 'y' })).toBe('a is a string, not an integer or null');
    const either = { anyOf: [strict({ a: { type: 'string' } }), strict({ b: { type: 'string' } })] };
    expect(await verdict(either, { c: 1 })).toBe('fits none of the 2 alternatives');
    expect(await verdict({ type: 'string', nullable: true, enum: ['x'] }, null)).toBe('fits');
  });

  it('reads a bound of draft 4', async () => {
    expect(await verdict({ type: 'number', minimum: 5, exclusiveMinimum: true }, 5)).toBe('is 5, not more than 5');
  });

  it('says why it did not check', async () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 60 }, (_, level) => [
        `d${level}`,
        { allOf: [{ $ref: `#/$defs/d${level + 1}` }, { $ref: `#/$defs/d${level + 1}` }] },
      ]),
    );
    expect(await verdict({ $ref: '#' }, {})).toMatch(/^not checked: the schema (?:refers to itself without end|branches too far)/);
    expect(await verdict({ $ref: '#/$defs/d0', $defs: { ...doubling, d60: {} } }, 1)).toBe('not checked: the schema branches too far');
    expect(await verdict({ properties: { a: { $ref: '#/$defs/none' } } }, { a: 1 })).toBe(
      'not checked: the schema refers to #/$defs/none, which is not in it',
    );
    expect(await verdict('any', {})).toBe('not checked: the schema is not an object');
    expect(await verdict({}, { text: 'x'.repeat(60_000) })).toBe('not checked: the arguments are too long');
  });

  it('leaves out what is wrong or slow in a schema, and says so', async () => {
    const schema = { type: 'object', required: 'a', properties: { a: { type: 'string', pattern: '^(a+)+$' } } };
    expect(await verdict(schema, { a: `${'a'.repeat(40)}!` })).toBe(
      'fits | (without required, which holds the wrong kind of value) | (without the pattern ^(a+)+$)',
    );
  });

  it('answers whatever the schema and the value are', { timeout: 30_000 }, async () => {
    const schema = fc.letrec((tie) => ({
      schema: fc.dictionary(
        fc.constantFrom(
          'type',
          'properties',
          'items',
          'anyOf',
          'allOf',
          'not',
          'enum',
          '$ref',
          '$id',
          'required',
          'pattern',
          'if',
          'then',
          'contains',
          'minimum',
        ),
        fc.oneof(
          { maxDepth: 3 },
          fc.jsonValue({ maxDepth: 1 }),
          fc.constant('#'),
          tie('schema'),
          fc.array(tie('schema'), { maxLength: 2 }),
        ),
        { maxKeys: 4 },
      ),
    })).schema;
    await fc.assert(
      fc.asyncProperty(schema, fc.jsonValue({ maxDepth: 2 }), async (drawn, value) => {
        expect(['checked', 'not-checked']).toContain((await checkAgainstSchema(drawn as JsonValue, value as JsonValue)).kind);
      }),
      { numRuns: 200 },
    );
  });
});

describe('isQuickPattern', () => {
  it.each([
    ['^[0-9]+\\.[0-9]{2}$', true],
    ['^C-\\d+$', true],
    ['^(?:EUR|USD)$', true],
    ['(a+)+$', false],
    ['(a|a)*b', false],
    ['.*.*.*.*x', false],
    ['(a', false],
    ['(a)\\1', false],
  ])('%s: %s', (pattern, expected) => {
    expect(isQuickPattern(pattern)).toBe(expected);
  });
});
