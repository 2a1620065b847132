import { describe, expect, it } from 'vitest';
import { arrayOf, isJsonArray, valueAt } from '#base/json.ts';
import { startTestApi } from './api-for-tests.ts';
import { bigResponse } from './big-response.ts';

describe('bigResponse', () => {
  const text = JSON.stringify(bigResponse('resp_big_2mb', 2));

  it('is about as big as asked for', () => {
    expect(text.length).toBeGreaterThan(1_950_000);
    expect(text.length).toBeLessThan(2_050_000);
    expect(/^[ -~]*$/.test(text)).toBe(true);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(bigResponse('resp_big_2mb', 2))).toBe(text);
  });

  it('has its biggest node in the output of the first call, and pairs every call', () => {
    const { output } = bigResponse('resp_big_2mb', 2);
    const sizes = arrayOf(output).map((item) => JSON.stringify(item).length);
    expect(sizes.indexOf(Math.max(...sizes))).toBe(1);
    expect(isJsonArray(valueAt(output, [1, 'output']))).toBe(true);
    expect(Math.max(...sizes)).toBeGreaterThan(1_100_000);
    const callsOf = (type: string) =>
      arrayOf(output).flatMap((item) => (valueAt(item, ['type']) === type ? [valueAt(item, ['call_id'])] : []));
    expect(callsOf('function_call')).toEqual(callsOf('function_call_output'));
    expect(new Set(callsOf('function_call')).size).toBe(callsOf('function_call').length);
  });
});

it('is served in pieces', async () => {
  const answer = await startTestApi().ask('/responses/resp_big_1mb');
  let pieces = 0;
  let bytes = 0;
  for await (const piece of answer.body ?? []) {
    pieces += 1;
    bytes += piece.length;
  }
  expect(pieces).toBeGreaterThan(10);
  expect(bytes).toBeGreaterThan(950_000);
  expect(bytes).toBeLessThan(1_050_000);
});
