import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '#base/json.ts';
import { rowForPath, schemaRows } from './schema-rows.ts';

/** Each row as a line: indented name, "!" when required, type, limits, description. */
function drawn(schema: JsonValue): readonly string[] {
  return schemaRows(schema).rows.map(
    ({ depth, name, isRequired, type, limits, description }) =>
      `${'  '.repeat(depth)}${name}${isRequired ? '!' : ''}: ${[type, ...limits].join('; ')}${description === null ? '' : ` – ${description}`}`,
  );
}

const object = (properties: JsonObject, ...required: readonly string[]) => ({ type: 'object', properties, required });

describe('schemaRows', () => {
  it('says type, range, choice and description of each parameter', () => {
    const schema = object(
      {
        customer: { type: 'string', description: 'Customer number' },
        status: { type: 'array', items: { type: 'string', enum: ['paid', 'on hold'] } },
        limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
        amount: { type: 'string', pattern: '^[0-9]+$', minLength: 3 },
        since: { type: ['string', 'null'], format: 'date' },
        kind: { const: 'refund' },
        free: {},
      },
      'customer',
      'limit',
    );
    expect(drawn(schema)).toEqual([
      'customer!: string – Customer number',
      'status: list of string; one of: paid, "on hold"',
      'limit!: integer; 1 to 100; default: 20',
      'amount: string; at least 3 characters; pattern: ^[0-9]+$',
      'since: string (date) or null',
      'kind: string; always refund',
      'free: any',
    ]);
  });

  it('goes into objects, lists of objects, references and alternatives', () => {
    const schema = {
      ...object({
        to: { $ref: '#/$defs/address', description: 'Where it goes' },
        lines: { type: 'array', items: object({ sku: { type: 'string' } }, 'sku') },
        note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        from: { anyOf: [{ $ref: '#/$defs/address' }, { type: 'null' }] },
        pay: { oneOf: [object({ card: { type: 'string' } }), object({ iban: { type: 'string' } })] },
        tags: { type: 'object', additionalProperties: { type: 'number' } },
      }),
      $defs: { address: { ...object({ city: { type: 'string' } }, 'city'), description: 'An address' } },
    };
    expect(drawn(schema)).toEqual([
      'to: object – Where it goes',
      '  city!: string',
      'lines: list of object',
      '  sku!: string',
      'note: string or null',
      'from: object or null',
      '  city!: string',
      'pay: object',
      '  alternative 1: object',
      '    card: string',
      '  alternative 2: object',
      '    iban: string',
      'tags: object',
      '  any other name: number',
    ]);
  });

  it('follows a schema that refers to itself once, and a ring of references not at all', () => {
    const tree = { ...object({ name: { type: 'string' }, parts: { type: 'array', items: { $ref: '#' } } }) };
    const { rows, isCut } = schemaRows(tree);
    expect(rows.map(({ path }) => path.join('.'))).toEqual(['name', 'parts', 'parts.*.name', 'parts.*.parts']);
    expect(isCut).toBe(true);
    const ring = { ...object({ a: { $ref: '#/$defs/a' } }), $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } };
    expect(drawn(ring)).toEqual(['a: any']);
  });

  it('stops at a bounded number of rows', () => {
    const wide = object(Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`p${index}`, {}])));
    const { rows, isCut } = schemaRows(wide);
    expect([rows.length, isCut]).toEqual([200, true]);
    const doubling = Object.fromEntries(
      Array.from({ length: 40 }, (_, level) => [
        `d${level}`,
        object({ l: { $ref: `#/$defs/d${level + 1}` }, r: { $ref: `#/$defs/d${level + 1}` } }),
      ]),
    );
    expect(schemaRows({ $ref: '#/$defs/d0', $defs: doubling }).rows.length).toBeLessThanOrEqual(200);
    const merged = Object.fromEntries(
      Array.from({ length: 40 }, (_, level) => [
        `d${level}`,
        { allOf: [{ $ref: `#/$defs/d${level + 1}` }, { $ref: `#/$defs/d${level + 1}` }] },
      ]),
    );
    expect(schemaRows({ $ref: '#/$defs/d0', $defs: merged }).rows).toEqual([]);
  });

  it('takes any JSON for a schema', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(
          schemaRows({ properties: value, items: value, anyOf: [value], enum: value, required: value } as JsonValue).rows.length,
        ).toBeLessThanOrEqual(200);
        expect(schemaRows(value as JsonValue).rows.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('rowForPath', () => {
  it('finds the row of a place in the arguments, or the nearest above', () => {
    const { rows } = schemaRows(object({ lines: { type: 'array', items: object({ sku: {} }) } }));
    expect(rowForPath(rows, ['lines', 0, 'sku'])?.name).toBe('sku');
    expect(rowForPath(rows, ['lines', 3, 'colour'])?.name).toBe('lines');
    expect(rowForPath(rows, ['other'])).toBeNull();
    expect(rowForPath(rows, [])).toBeNull();
  });
});
