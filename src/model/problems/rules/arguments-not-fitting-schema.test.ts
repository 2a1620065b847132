import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { argumentsNotFittingSchema } from './arguments-not-fitting-schema.ts';
import type { JsonObject } from '#base/json.ts';

describe('arguments-not-fitting-schema', () => {
  const parameters = {
    type: 'object',
    properties: { city: { type: 'string' }, days: { type: 'integer' } },
    required: ['city'],
    additionalProperties: false,
  };
  const tool = (fields: JsonObject = {}) => ({ type: 'function', name: 'weather', parameters, ...fields });
  const call = (value: unknown) => ({ type: 'function_call', name: 'weather', call_id: 'call_1', arguments: JSON.stringify(value) });
  const texts = (value: unknown, tools: readonly JsonObject[] = [tool()]) =>
    findingsIn(argumentsNotFittingSchema, { status: 'completed', tools, output: [call(value)] }).map(({ text }) => text);

  it('says what does not fit', () => {
    expect(texts({ city: 'Oslo', days: 2 })).toEqual([]);
    expect(texts({ days: 1.5, wind: true })).toEqual([
      'output[0].arguments does not fit the schema of weather: city is missing; days is a number, not an integer; wind is not in the schema',
    ]);
  });

  it('says that the tool is strict, where the server promised', () => {
    expect(texts({}, [tool({ strict: true })])).toEqual([
      'output[0].arguments does not fit the schema of weather, which is strict: city is missing',
    ]);
  });

  it('leaves alone what it has no schema for, and what is no JSON', () => {
    expect(texts({ days: 1.5 }, [])).toEqual([]);
    expect(texts({ days: 1.5 }, [tool({ name: 'forecast' })])).toEqual([]);
    expect(
      findingsIn(argumentsNotFittingSchema, { status: 'completed', tools: [tool()], output: [{ ...call({}), arguments: '{"city"' }] }),
    ).toEqual([]);
  });

  it('goes by what an MCP server listed', () => {
    const list = { type: 'mcp_list_tools', server_label: 'maps', tools: [{ name: 'find', input_schema: parameters }] };
    const output = [list, { type: 'mcp_call', server_label: 'maps', name: 'find', arguments: '{}' }];
    expect(findingsIn(argumentsNotFittingSchema, { status: 'completed', output })).toMatchObject([
      { text: 'output[1].arguments does not fit the schema of find: city is missing', outputIndex: 1 },
    ]);
  });
});
