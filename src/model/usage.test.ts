import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, objectOf, type JsonObject } from '#base/json.ts';
import { cacheHitShare, contextTokens, hostedCalls, otherUsageFields, outputSpeed, readUsage, usageLine } from './usage.ts';

const FULL: JsonObject = {
  created_at: 1_795_300_000,
  completed_at: 1_795_300_012,
  usage: {
    input_tokens: 18_204,
    input_tokens_details: {
      cached_tokens: 11_264,
      cache_write_tokens: 1_024,
      cache_write_tokens_details: { ttl_30m_tokens: 1_024, ttl_12h_tokens: 0 },
    },
    output_tokens: 1_932,
    output_tokens_details: { reasoning_tokens: 1_216 },
    total_tokens: 20_136,
  },
};

function withUsage(usage: JsonObject): JsonObject {
  return { usage };
}

describe('readUsage', () => {
  it('splits input into cached, cache write and fresh, output into reasoning and visible', () => {
    expect(readUsage(FULL)).toEqual({
      input: 18_204,
      cached: 11_264,
      cacheWrite: 1_024,
      cacheWriteDetails: [
        { name: 'ttl_30m_tokens', tokens: 1_024 },
        { name: 'ttl_12h_tokens', tokens: 0 },
      ],
      fresh: 5_916,
      output: 1_932,
      reasoning: 1_216,
      visible: 716,
      total: 20_136,
      conflicts: [],
    });
  });

  it('says null, not 0, for what was not sent', () => {
    expect(readUsage(withUsage({ input_tokens: 7, output_tokens: 3 }))).toEqual({
      input: 7,
      cached: null,
      cacheWrite: null,
      cacheWriteDetails: [],
      fresh: null,
      output: 3,
      reasoning: null,
      visible: null,
      total: null,
      conflicts: [],
    });
    expect(readUsage(withUsage({}))).toMatchObject({ input: null, output: null, total: null });
  });

  it('keeps a sent 0 as 0', () => {
    const usage = readUsage(
      withUsage({
        input_tokens: 9,
        input_tokens_details: { cached_tokens: 0 },
        output_tokens: 0,
        output_tokens_details: { reasoning_tokens: 0 },
      }),
    );
    expect(usage).toMatchObject({ cached: 0, fresh: 9, cacheWrite: null, output: 0, reasoning: 0, visible: 0 });
  });

  it('clamps at 0 and names what does not add up', () => {
    const usage = readUsage(
      withUsage({
        input_tokens: 10,
        input_tokens_details: { cached_tokens: 8, cache_write_tokens: 6 },
        output_tokens: 4,
        output_tokens_details: { reasoning_tokens: 9 },
        total_tokens: 99,
      }),
    );
    expect(usage).toMatchObject({ fresh: 0, visible: 0, conflicts: ['cache-exceeds-input', 'reasoning-exceeds-output', 'total-differs'] });
  });

  it('is null when usage is null, missing or no object', () => {
    for (const response of [{}, { usage: null }, { usage: 12 }, { usage: [] }]) expect(readUsage(response)).toBeNull();
  });

  it('reads numbers in strings and ignores negative ones', () => {
    expect(readUsage(withUsage({ input_tokens: '12', output_tokens: -3 }))).toMatchObject({ input: 12, output: null });
  });
});

it('gives the overview strip its four numbers', () => {
  expect(usageLine(FULL)).toEqual({ input: 18_204, output: 1_932, cached: 11_264, reasoning: 1_216 });
  expect(usageLine({ usage: null })).toBeNull();
});

function share(usage: JsonObject): number | null {
  const read = readUsage(withUsage(usage));
  return read && cacheHitShare(read);
}

it('knows the cache hit share only when both numbers are there', () => {
  expect(share({ input_tokens: 400, input_tokens_details: { cached_tokens: 100 } })).toBe(0.25);
  expect(share({ input_tokens: 400 })).toBeNull();
  expect(share({ input_tokens: 0, input_tokens_details: { cached_tokens: 0 } })).toBeNull();
});

describe('outputSpeed', () => {
  it('divides by the whole seconds between created_at and completed_at', () => {
    expect(outputSpeed(FULL)).toEqual({ tokensPerSecond: 161, seconds: 12 });
  });

  it('is absent when a time is missing or both are the same second', () => {
    expect(outputSpeed({ ...FULL, completed_at: null })).toBeNull();
    expect(outputSpeed({ ...FULL, completed_at: 1_795_300_000 })).toBeNull();
    expect(outputSpeed({ ...FULL, usage: null })).toBeNull();
  });
});

it('takes what the context window held from the server, else from the usage, and says when that is a sum', () => {
  expect(contextTokens(FULL)).toEqual({ input: 18_204, output: 1_932, isSum: false });
  expect(contextTokens({ ...FULL, output: [{ type: 'web_search_call' }] })).toMatchObject({ input: 18_204, isSum: true });
  const usage = { input_tokens: 900, output_tokens: 40, context_details: { input_tokens: 300, output_tokens: 20 } };
  expect(contextTokens({ usage, output: [{ type: 'web_search_call' }] })).toEqual({ input: 300, output: 20, isSum: false });
  expect(contextTokens({ usage: { output_tokens: 1 } })).toBeNull();
});

it('counts the calls of hosted tools, not those of the caller', () => {
  const output = ['reasoning', 'web_search_call', 'function_call', 'web_search_call', 'mcp_call', 'message', 'computer_call_output'].map(
    (type) => ({ type }),
  );
  expect(hostedCalls({ output: [...output, null, 3] })).toEqual([
    { type: 'web_search_call', calls: 2 },
    { type: 'mcp_call', calls: 1 },
  ]);
  expect(hostedCalls({ output: null })).toEqual([]);
});

describe('otherUsageFields', () => {
  it('holds whatever is not shown as a number, where it was', () => {
    expect(
      otherUsageFields(
        withUsage({
          input_tokens: 1,
          input_tokens_details: { cached_tokens: 0, image_tokens: 5 },
          output_tokens: 'many',
          output_tokens_details: { reasoning_tokens: 0 },
          total_tokens: 1,
          cost_in_usd_ticks: 400,
        }),
      ),
    ).toEqual({ input_tokens_details: { image_tokens: 5 }, output_tokens: 'many', cost_in_usd_ticks: 400 });
  });

  it('drops no leaf of any usage', () => {
    const name = fc.constantFrom('input_tokens', 'output_tokens', 'total_tokens', 'input_tokens_details', 'cached_tokens', 'x');
    const value = fc.oneof(fc.nat(), fc.string(), fc.constant(null), fc.array(fc.nat()));
    const usages = fc.dictionary(name, fc.oneof(value, fc.dictionary(name, value)));
    const keepsAll = fc.property(usages, (usage) => lostLeaves(usage).length === 0);
    expect(() => fc.assert(keepsAll)).not.toThrow();
  });
});

/** Top-level values that are neither a count, which is shown as a number, nor among the other fields. */
function lostLeaves(usage: JsonObject): readonly string[] {
  const rest = otherUsageFields(withUsage(usage));
  return Object.keys(usage).filter((name) => {
    const value = usage[name];
    return numberOf(value) === null && objectOf(value) === null && rest[name] !== value;
  });
}
