// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { givenTools, type GivenTool } from '#model/given-tools.ts';
import { CallArguments } from './call-arguments.tsx';
import { show as showItem } from './item-fixtures.tsx';

afterEach(cleanup);

const TOOLS = givenTools({
  tools: [
    {
      type: 'function',
      name: 'search_orders',
      strict: true,
      parameters: {
        type: 'object',
        properties: {
          customer: { type: 'string', description: 'Customer number' },
          status: { type: 'array', items: { type: 'string', enum: ['paid', 'shipped'] } },
          limit: { type: 'integer', minimum: 1, maximum: 100 },
        },
        required: ['customer', 'limit'],
        additionalProperties: false,
      },
    },
    { type: 'function', name: 'broken', parameters: { properties: { a: { $ref: '#/$defs/none' } } } },
    { type: 'function', name: 'wrong', parameters: 'a string' },
  ],
});

function tool(name: string): GivenTool | null {
  return TOOLS.find((each) => each.name === name) ?? null;
}

function show(value: JsonValue, name = 'search_orders') {
  return render(<CallArguments value={value} tool={tool(name)} />).container;
}

describe('arguments beside their schema', () => {
  it('tells each parameter, and that the arguments fit', async () => {
    show('{"customer":"C-1184","limit":20}');
    expect(await screen.findByText('fits schema', {}, { timeout: 5_000 })).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Parameters of search_orders' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual([
      'customerstring, requiredCustomer number',
      'statuslist of string, one of: paid, shipped',
      'limitinteger, required, 1 to 100',
    ]);
    expect(screen.queryByRole('list', { name: 'What does not fit the schema' })).toBeNull();
  });

  it('names each problem with its path, and marks it at its row', async () => {
    show('{"customer":"C-1184","status":["payed"],"colour":"red"}');
    expect(await screen.findByText('3 problems', {}, { timeout: 5_000 })).toBeTruthy();
    const problems = within(screen.getByRole('list', { name: 'What does not fit the schema' })).getAllByRole('listitem');
    expect(problems.map((problem) => problem.textContent)).toEqual([
      'limit is missing',
      'status[0] is "payed", not one of "paid", "shipped"',
      'colour is not in the schema',
    ]);
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows[2]?.textContent).toContain('is "payed"');
    expect(rows[3]?.textContent).toContain('is missing');
  });

  it('says what cannot be checked, and why', async () => {
    show('{"customer": "C-1');
    expect(screen.getByText('cannot be checked: not whole JSON')).toBeTruthy();
    cleanup();
    show('{"a":1}', 'broken');
    expect(
      await screen.findByText('not checked: the schema refers to #/$defs/none, which is not in it', {}, { timeout: 5_000 }),
    ).toBeTruthy();
    cleanup();
    show('{}', 'wrong');
    expect(await screen.findByText('not checked: the schema is not an object', {}, { timeout: 5_000 })).toBeTruthy();
  });

  it('says when a function was called that the response has no tool for, but not of calls of earlier turns', () => {
    const call = { type: 'function_call', name: 'made_up', arguments: '{}' };
    const words = 'The tools of this response hold no function of this name.';
    expect(showItem(call, { tools: TOOLS }).textContent).toContain(words);
    cleanup();
    expect(showItem(call, { tools: TOOLS.map((each) => ({ ...each, source: 'this response' })) }).textContent).not.toContain(words);
  });
});
