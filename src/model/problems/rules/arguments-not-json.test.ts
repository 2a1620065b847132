import { describe, expect, it } from 'vitest';
import { findingsIn, jsonRecording } from '#testing/rule-findings.ts';
import { argumentsNotJson } from './arguments-not-json.ts';
import type { JsonObject } from '#base/json.ts';

describe('arguments-not-json', () => {
  const call = (text: string, fields: JsonObject = {}) => ({
    type: 'function_call',
    name: 'add',
    call_id: 'call_1',
    arguments: text,
    ...fields,
  });
  const texts = (item: JsonObject, status = 'completed') =>
    findingsIn(argumentsNotJson, { status, output: [item] }).map(({ text }) => text);

  it('says where the arguments break, and why', () => {
    expect(texts(call('{"a":1,}'))).toEqual([
      'output[0].arguments of add breaks at character 8 of 8: there is a comma too many before the closing brace',
    ]);
    expect(findingsIn(argumentsNotJson, { status: 'completed', output: [{ type: 'reasoning' }, call('a=1')] })).toMatchObject([
      { paths: [['output', 1, 'arguments']], outputIndex: 1 },
    ]);
  });

  it('takes JSON, no arguments at all, and the free text of custom tools', () => {
    for (const text of ['{}', '', '[1]']) expect(texts(call(text))).toEqual([]);
    expect(texts({ type: 'custom_tool_call', input: 'SELECT 1', arguments: 'SELECT 1' })).toEqual([]);
  });

  it('leaves calls alone that were not made to their end', () => {
    expect(texts(call('{"a":'), 'incomplete')).toEqual([]);
    expect(texts(call('{"a":', { status: 'incomplete' }))).toEqual([]);
    expect(texts(call('{"a":', { status: 'in_progress' }))).toEqual([]);
  });

  it('reads long arguments in steps', () => {
    const long = `[${'1,'.repeat(100_000)}]`;
    const subject = { response: { status: 'completed', output: [call(long)] } };
    const steps = [...argumentsNotJson.check({ ...subject, stored: null, recording: jsonRecording(subject.response) })];
    expect(steps.filter((step) => step === null).length).toBeGreaterThan(50);
    expect(steps.filter((step) => step !== null)).toHaveLength(1);
  });
});
