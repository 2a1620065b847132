import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FURTHER_FIELDS, SPECIFIED_FIELDS } from '#protocol/response-fields.ts';
import { HIDDEN_SECRET, maskSecrets, requestSections, sentValue } from './request-fields.ts';

function shownFields(response: Parameters<typeof requestSections>[0]): readonly string[] {
  return requestSections(response).flatMap(({ fields }) => fields);
}

describe('requestSections', () => {
  it('has every specified field once, also for an empty body', () => {
    expect(shownFields({}).toSorted()).toEqual([...SPECIFIED_FIELDS].toSorted());
  });

  it('has a place of its own for every further field, once it is sent', () => {
    const body = Object.fromEntries(FURTHER_FIELDS.map((name) => [name, null]));
    expect(requestSections(body).map(({ id }) => id)).not.toContain('other');
    expect(shownFields(body)).toEqual(expect.arrayContaining([...FURTHER_FIELDS]));
  });

  it('lists unknown fields under Other fields, in the order they came', () => {
    const last = requestSections({ zeta: 1, id: 'resp_1', alpha: null }).at(-1);
    expect(last).toEqual({ id: 'other', title: 'Other fields', fields: ['zeta', 'alpha'] });
  });

  it('shows every key of any body exactly once', () => {
    const showsAll = fc.property(fc.dictionary(fc.string(), fc.constant(null)), (body) => {
      const fields = shownFields(body);
      return new Set(fields).size === fields.length && Object.keys(body).every((name) => fields.includes(name));
    });
    expect(() => fc.assert(showsAll)).not.toThrow();
  });
});

it('tells a missing field from what every object inherits', () => {
  expect(sentValue({}, 'toString')).toBeUndefined();
  expect(sentValue({ toString: 'mine' }, 'toString')).toBe('mine');
});

describe('maskSecrets', () => {
  it('hides the credentials of an MCP server and keeps header names', () => {
    const tools = [{ type: 'mcp', server_label: 'orders', authorization: 'abc', headers: { 'X-Shop': 'secret', Accept: 'x' } }];
    expect(maskSecrets(tools)).toEqual([
      { type: 'mcp', server_label: 'orders', authorization: HIDDEN_SECRET, headers: { 'X-Shop': HIDDEN_SECRET, Accept: HIDDEN_SECRET } },
    ]);
  });

  it('hides them at any depth and in any shape', () => {
    const nested = {
      tools: [{ type: 'namespace', tools: [{ server_url: 'https://mcp.shop.example', headers: ['a: b'], authorization: null }] }],
    };
    expect(maskSecrets(nested)).toEqual({
      tools: [{ type: 'namespace', tools: [{ server_url: 'https://mcp.shop.example', headers: HIDDEN_SECRET, authorization: null }] }],
    });
  });

  it("leaves a function's own parameter names alone", () => {
    const schema = { type: 'function', parameters: { properties: { authorization: { type: 'string' }, headers: { type: 'object' } } } };
    expect(maskSecrets(schema)).toBe(schema);
  });
});
