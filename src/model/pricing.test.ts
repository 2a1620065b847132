import { readFileSync } from 'node:fs';
import { calcPrice, findProvider } from '@pydantic/genai-prices';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { PRICES_VERSION } from './price-list.ts';
import { estimateCost, findContextWindow, providerHintOf } from './pricing.ts';

const OPENAI = { baseUrl: 'https://api.openai.com/v1' };
const NOWHERE = { baseUrl: null };

/** In November 2026, as gpt-5.5 was priced then: $5 input, $0.50 cached, $30 output per million; $10 per thousand web searches. */
function response(changes: JsonObject = {}): JsonObject {
  return {
    model: 'gpt-5.5-2026-04-23',
    created_at: 1_795_300_000,
    service_tier: 'default',
    output: [],
    usage: {
      input_tokens: 18_204,
      input_tokens_details: { cached_tokens: 11_264 },
      output_tokens: 1_932,
      output_tokens_details: { reasoning_tokens: 1_216 },
      total_tokens: 20_136,
    },
    ...changes,
  };
}

async function estimate(changes: JsonObject = {}, hint: { baseUrl: string | null } = OPENAI) {
  const cost = await estimateCost(response(changes), hint);
  if (cost.kind !== 'estimate') throw new Error(`expected an estimate, got ${JSON.stringify(cost)}`);
  return cost;
}

describe('an estimate', () => {
  it('multiplies each part with its own price', async () => {
    const cost = await estimate();
    expect(cost.lines.map(({ part, quantity, price }) => [part, quantity, price])).toEqual([
      ['fresh input', 6_940, 5],
      ['cached input', 11_264, 0.5],
      ['output, with reasoning', 1_932, 30],
    ]);
    // 6,940 × 5 + 11,264 × 0.5 + 1,932 × 30 = 98,292 millionths
    expect(cost.dollars).toBeCloseTo(0.098292, 9);
    expect(cost).toMatchObject({ model: 'GPT-5.5', providerName: 'OpenAI', pricesAsOf: '2026-09-23', notes: [] });
  });

  it('takes the price of long prompts for the whole request', async () => {
    const cost = await estimate({ usage: { input_tokens: 300_000, input_tokens_details: { cached_tokens: 0 }, output_tokens: 1_000 } });
    expect(cost.dollars).toBeCloseTo((300_000 * 10 + 1_000 * 45) / 1e6, 9);
  });

  it('prices cache writes where the list does', async () => {
    const usage = { input_tokens: 1_000, input_tokens_details: { cached_tokens: 200, cache_write_tokens: 300 }, output_tokens: 0 };
    const cost = await estimate({ model: 'gpt-5.6-luna', usage });
    expect(cost.dollars).toBeCloseTo((500 * 0.2 + 200 * 0.02 + 300 * 0.25) / 1e6, 12);
  });

  it('uses the prices of the day the response was made', async () => {
    const usage = { input_tokens: 1_000_000, input_tokens_details: { cached_tokens: 0 }, output_tokens: 0 };
    const before = await estimate({
      model: 'gpt-5.6-luna',
      usage: { ...usage, input_tokens: 100_000 },
      created_at: Date.UTC(2026, 6, 1) / 1000,
    });
    const after = await estimate({
      model: 'gpt-5.6-luna',
      usage: { ...usage, input_tokens: 100_000 },
      created_at: Date.UTC(2026, 8, 1) / 1000,
    });
    expect([before.dollars, after.dollars]).toEqual([0.1, 0.02]);
  });

  it('adds web and file searches, but not opened pages', async () => {
    const output = [
      { type: 'web_search_call', action: { type: 'search' } },
      { type: 'web_search_call', action: { type: 'open_page' } },
      { type: 'file_search_call' },
    ];
    const cost = await estimate({ output });
    expect(cost.lines.slice(3).map(({ part, quantity, dollars }) => [part, quantity, dollars])).toEqual([
      ['web searches', 1, 0.01],
      ['file searches', 1, 0.0025],
    ]);
    const billed = await estimate({ output, tool_usage: { web_search: { num_requests: 4 } } });
    expect(billed.lines[3]).toMatchObject({ quantity: 4, dollars: 0.04 });
  });

  it('says which calls it leaves out', async () => {
    const output = [{ type: 'code_interpreter_call' }, { type: 'web_search_call', action: { type: 'search' } }];
    const cost = await estimate({ output, tools: [{ type: 'web_search_preview' }] });
    expect(cost.lines).toHaveLength(3);
    expect(cost.notes).toEqual([{ kind: 'calls-not-priced', calls: 'code interpreter ×1, web search ×1' }]);
  });

  it('says that the cached share is missing when it was not sent', async () => {
    const cost = await estimate({ usage: { input_tokens: 1_000, output_tokens: 0 } });
    expect(cost.lines).toMatchObject([{ part: 'input (its cached share was not sent)', quantity: 1_000 }]);
  });

  it('names an inferred vendor, a regional host and another payer', async () => {
    expect((await estimate({}, NOWHERE)).notes).toEqual([{ kind: 'inferred-vendor' }]);
    expect((await estimate({}, { baseUrl: '/sample/v1' })).notes).toEqual([{ kind: 'inferred-vendor' }]);
    expect((await estimate({}, { baseUrl: 'https://eu.api.openai.com/v1' })).notes).toEqual([{ kind: 'regional-host' }]);
    expect((await estimate({ billing: { payer: 'openai' } })).notes).toEqual([{ kind: 'other-payer', payer: 'openai' }]);
  });

  it('finds Azure by its host or by its content filters', async () => {
    expect((await estimate({}, { baseUrl: 'https://shop.openai.azure.com/openai/v1' })).providerName).toBe('Microsoft Azure');
    expect((await estimate({ content_filters: [{ blocked: false }] }, NOWHERE)).providerName).toBe('Microsoft Azure');
  });

  it("sums to the list's own total for every model of OpenAI and xAI", async () => {
    const models = ['openai', 'x-ai'].flatMap(
      (provider) => findProvider({ providerId: provider })?.models.map(({ id }) => ({ provider, id })) ?? [],
    );
    expect(models.length).toBeGreaterThan(60);
    const counts = {
      input_tokens: 400_000,
      cache_read_tokens: 100_000,
      cache_write_tokens: 50_000,
      output_tokens: 9_000,
      web_searches: 2,
      storage_searches: 0,
    };
    const usage = {
      input_tokens: 400_000,
      input_tokens_details: { cached_tokens: 100_000, cache_write_tokens: 50_000 },
      output_tokens: 9_000,
    };
    const body = response({ usage, tool_usage: { web_search: { num_requests: 2 } } });
    for (const { provider, id } of models) {
      const listed = calcPrice(counts, id, { providerId: provider, timestamp: new Date(1_795_300_000_000) });
      const cost = await estimateCost({ ...body, model: id }, { baseUrl: provider === 'openai' ? OPENAI.baseUrl : 'https://api.x.ai/v1' });
      if (cost.kind !== 'estimate') continue;
      expect(cost.dollars, id).toBeCloseTo(listed?.total_price ?? Number.NaN, 9);
      expect(
        cost.lines.map(({ part }) => part),
        id,
      ).not.toContain('other list prices');
    }
  });
});

describe('an unknown cost', () => {
  it.each([
    ['a model nobody lists', { model: 'shop-assistant-prod' }, OPENAI, { kind: 'unlisted-model', model: 'shop-assistant-prod' }],
    [
      'an Azure deployment name',
      { model: 'chat-eu' },
      { baseUrl: 'https://shop.openai.azure.com/openai' },
      { kind: 'unlisted-model', model: 'chat-eu' },
    ],
    [
      'open weights on an unknown server',
      { model: 'gpt-oss-20b' },
      { baseUrl: 'http://localhost:8000/v1' },
      { kind: 'unlisted-model', model: 'gpt-oss-20b' },
    ],
    ['a path as model', { model: 'Qwen/Qwen3-4B' }, NOWHERE, { kind: 'unlisted-model', model: 'Qwen/Qwen3-4B' }],
    ['another tier', { service_tier: 'flex' }, OPENAI, { kind: 'tier', tier: 'flex' }],
    ['no model', { model: null }, OPENAI, { kind: 'no-model' }],
    ['no usage', { usage: null }, OPENAI, { kind: 'no-usage' }],
    ['half a usage', { usage: { input_tokens: 3 } }, OPENAI, { kind: 'no-usage' }],
    [
      'more cached than read',
      { usage: { input_tokens: 3, output_tokens: 1, input_tokens_details: { cached_tokens: 9 } } },
      OPENAI,
      { kind: 'usage-conflict' },
    ],
  ])('says why: %s', async (_, changes, hint, reason) => {
    expect(await estimateCost(response(changes), hint)).toEqual({ kind: 'unknown', reason });
  });
});

it('prefers what the server sent, whatever the model and tier', async () => {
  const cost = await estimateCost({ model: 'nobody/knows', service_tier: 'flex', usage: { cost: 0.5 } }, NOWHERE);
  expect(cost).toMatchObject({ kind: 'sent', dollars: 0.5, field: 'usage.cost' });
});

it('knows the context window of listed models only', async () => {
  expect(await findContextWindow(response(), OPENAI)).toBe(1_000_000);
  expect(await findContextWindow(response({ model: 'gpt-4o-2024-08-06', service_tier: 'flex' }), OPENAI)).toBe(128_000);
  expect(await findContextWindow(response({ model: 'shop-assistant-prod' }), OPENAI)).toBeNull();
});

it('takes the hint from where the recording came from', () => {
  expect(providerHintOf({ kind: 'paste' })).toEqual({ baseUrl: null });
});

it('dates the prices of the version that is installed', () => {
  const manifest: unknown = JSON.parse(readFileSync('node_modules/@pydantic/genai-prices/package.json', 'utf8'));
  expect(manifest).toMatchObject({ version: PRICES_VERSION });
});
