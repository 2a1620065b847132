// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { loadPriceList } from '#model/price-list.ts';
import type { Recording, RecordingSource } from '#model/recording.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { UsagePanel } from './usage-panel.tsx';

// The prices are a lazy chunk; loading it is not what these tests time.
beforeAll(() => loadPriceList());
afterEach(cleanup);

/** A property mounts dozens of panels; a loaded machine takes its time. */
const SLOW = 60_000;

const OPENAI: RecordingSource = {
  kind: 'api',
  responseId: 'resp_1',
  baseUrl: 'https://api.openai.com/v1',
  parameters: NO_PARAMETERS,
  requestId: null,
};

function show(response: JsonObject, source: RecordingSource = OPENAI) {
  const recording: Recording = { kind: 'json', source, bytes: new Uint8Array(), text: '', response, receivedAt: 0 };
  return render(<UsagePanel recording={recording} expansion={null} />);
}

const RESPONSE: JsonObject = {
  status: 'completed',
  model: 'gpt-5.5-2026-04-23',
  created_at: 1_795_300_000,
  completed_at: 1_795_300_012,
  service_tier: 'default',
  usage: {
    input_tokens: 18_204,
    input_tokens_details: { cached_tokens: 11_264 },
    output_tokens: 1_932,
    output_tokens_details: { reasoning_tokens: 1_216 },
    total_tokens: 20_136,
  },
};

/** Each row of a table as its cells, read as a screen reader does. */
function tableRows(name: string): readonly (readonly string[])[] {
  const [, ...rows] = within(screen.getByRole('table', { name })).getAllByRole('row');
  return rows.map((row) => [...row.children].map((cell) => cell.textContent));
}

describe('tokens', () => {
  it('are a table with numbers, shares and wire fields', () => {
    show(RESPONSE);
    expect(tableRows('Token counts')).toEqual([
      ['input', '18,204', '', 'input_tokens'],
      ['cached', '11,264', '61.9%', 'input_tokens_details.cached_tokens'],
      ['fresh', '6,940', '38.1%', 'input − cached − cache write'],
      ['output', '1,932', '', 'output_tokens'],
      ['reasoning', '1,216', '62.9%', 'output_tokens_details.reasoning_tokens'],
      ['visible', '716', '37.1%', 'output − reasoning'],
      ['total', '20,136', '', 'total_tokens'],
    ]);
  });

  it('say cache hits and speed, and what the speed is measured over', () => {
    const { container } = show(RESPONSE);
    expect(container.textContent).toContain('61.9% of the input came from the cache');
    expect(container.textContent).toContain(
      '161 tokens/s output over 12 s, from created_at to completed_at (whole seconds, waiting included)',
    );
  });

  it('never show 0 for what was not sent', () => {
    const { container } = show({ usage: { input_tokens: 12 } });
    expect(tableRows('Token counts')).toEqual([
      ['input', '12', '', 'input_tokens'],
      ['output', 'not sent', '', 'output_tokens'],
      ['total', 'not sent', '', 'total_tokens'],
    ]);
    expect(container.textContent).not.toMatch(/tokens\/s|from the cache/);
  });

  it('say when they do not add up', () => {
    show({ usage: { input_tokens: 1, output_tokens: 1, total_tokens: 3 } });
    expect(screen.getByRole('note').textContent).toMatch(/total_tokens is not input_tokens \+ output_tokens/);
  });
});

it.each([
  ['queued', null, /usage is null: the response is still queued/],
  ['in_progress', null, /usage is null: the response is still being made/],
  ['failed', null, /usage is null: the response failed/],
  ['cancelled', null, /usage is null: the response was cancelled/],
  ['completed', null, /usage is null, although the response is completed/],
  ['weird', 7, /usage is 7, and the response has no status/],
])('says why there is no usage: %s', (status, usage, words) => {
  show({ status, usage });
  expect(screen.getByRole('note').textContent).toMatch(words);
});

it('says that usage was not sent', () => {
  show({ status: 'completed' });
  expect(screen.getByRole('note').textContent).toMatch(/^usage was not sent/);
});

describe('cost', () => {
  it('is an estimate with its formula on demand', async () => {
    show(RESPONSE);
    expect(await screen.findByText('≈ $0.0983')).toBeDefined();
    expect(screen.getByText('estimate, list price, standard tier')).toBeDefined();
    expect(screen.getByText('GPT-5.5 at OpenAI, prices of 2026-09-23')).toBeDefined();
    expect(screen.queryByRole('table', { name: /worked out/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'How this is worked out' }));
    expect(tableRows('How the estimate is worked out').map((cells) => cells.join(' | '))).toEqual([
      'fresh input | 6,940 | $5.00 / 1M | $0.0347',
      'cached input | 11,264 | $0.50 / 1M | $0.00563',
      'output, with reasoning | 1,932 | $30.00 / 1M | $0.058',
      'sum |  |  | $0.0983',
    ]);
  });

  it('is unknown, never $0, for another tier and for a model nobody lists', async () => {
    const { container, unmount } = show({ ...RESPONSE, service_tier: 'priority' });
    expect((await screen.findByText('unknown')).parentElement?.textContent).toContain('service_tier is "priority"');
    expect(container.textContent).not.toContain('$');
    unmount();
    show({ ...RESPONSE, model: 'shop-prod' });
    expect((await screen.findByText('unknown')).parentElement?.textContent).toContain('No list price is known for "shop-prod"');
  });

  it('is what the server sent, where it sent one', async () => {
    const usage = { input_tokens: 1, output_tokens: 2, cost: 0.0041, is_byok: true, cost_details: { upstream_inference_cost: 0.004 } };
    const { container } = show({ ...RESPONSE, usage });
    expect(await screen.findByText('sent by the server')).toBeDefined();
    expect(container.textContent).toContain('$0.0041');
    expect(container.textContent).toContain('paid for with your own key');
    expect(container.textContent).toContain('cost_details.upstream_inference_cost$0.004');
  });

  it('turns ticks into dollars and shows both', async () => {
    show({ ...RESPONSE, usage: { input_tokens: 1, output_tokens: 2, cost_in_usd_ticks: 8_796_500 } });
    const line = (await screen.findByText('sent by the server')).parentElement?.textContent;
    expect(line).toContain('$0.00088');
    expect(line).toContain('8,796,500 ticks of 10⁻¹⁰ USD');
  });
});

it('says how much of the context window was filled', async () => {
  show({ ...RESPONSE, model: 'gpt-5-2025-08-07' });
  expect(await screen.findByText('18,204 of 400,000 tokens (4.6%)')).toBeDefined();
  expect(screen.getByText('20,136 of 400,000 tokens (5%) with the output')).toBeDefined();
});

it('counts hosted calls and what is billed for them', async () => {
  const output = [{ type: 'web_search_call' }, { type: 'web_search_call' }, { type: 'function_call' }];
  const { container } = show({ ...RESPONSE, output, tool_usage: { web_search: { num_requests: 2 }, image_gen: { total_tokens: 0 } } });
  expect(screen.getByRole('heading', { name: 'Hosted tools' })).toBeDefined();
  expect(container.textContent).toContain('web_search_call2 calls among the output items');
  expect(container.textContent).toContain('tool_usage.web_search2 requests billed beside the tokens');
  expect(await screen.findByText(/the window itself may have been filled less/)).toBeDefined();
});

it('shows every other field of usage', () => {
  const { container } = show({
    usage: { input_tokens: 1, output_tokens: 1, num_sources_used: 3, server_side_tool_usage_details: { x_search_calls: 4 } },
  });
  expect(container.textContent).toContain('num_sources_used3');
  expect(container.textContent).toContain('x_search_calls');
});

it(
  'renders any JSON as usage without throwing, and shows its every key',
  () => {
    const renders = fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z_]{1,9}$/), fc.jsonValue(), { maxKeys: 4 }),
      fc.jsonValue(),
      (usage, other) => {
        const first = show({ usage, tool_usage: other, output: other, model: other, status: other } as JsonObject);
        const text = first.container.textContent;
        first.unmount();
        show({ usage: other } as JsonObject).unmount();
        return Object.keys(usage).every((name) => text.includes(name));
      },
    );
    expect(() => fc.assert(renders, { numRuns: 20 })).not.toThrow();
  },
  SLOW,
);
