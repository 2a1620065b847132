import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrayOf, numberOf, stringOf, valueAt } from '#base/json.ts';
import { LIVE_CARDS } from '#model/sample-manifest.ts';
import { createStreamRecorder, foldStream } from '#model/record-stream.ts';
import { EXTRA_EVENT_TYPES } from '#protocol/event-types.ts';
import { SAMPLES_FOLDER } from '#testing/sample-loader.ts';
import { LIVE_SAMPLES } from './live-samples.ts';
import { eventsIn, readsOf, startLiveApi } from './live-streams-for-tests.ts';

function startApi() {
  const api = startLiveApi((name) => readFile(join(SAMPLES_FOLDER, name), 'utf8'));
  const stream = async (id: string, rest = '') => api.ask(`/responses/${id}?stream=true${rest}`);
  return { ...api, stream, textOf: async (id: string) => (await stream(id)).text() };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const WHOLE = LIVE_SAMPLES.map(({ id }) => id).filter((id) => !/cutting|expired|events/.test(id));

it('have IDs of their own, which are written down', async () => {
  const ids = LIVE_SAMPLES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const written = await readFile(join(SAMPLES_FOLDER, '../../docs/sample-api.md'), 'utf8');
  expect(ids.filter((id) => !written.includes(`| \`${id}\` `))).toEqual([]);
  expect(LIVE_CARDS.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
});

it.each([...WHOLE, 'resp_live_images', 'resp_live_every_tool', 'resp_live_runbook'])(
  '%s streams what it then answers as JSON',
  async (id) => {
    const { textOf, askJson } = startApi();
    const { response, ending } = foldStream(bytesOf(await textOf(`${id}.test`)));
    expect(response).toEqual(await askJson(`/responses/${id}.test`));
    expect(response?.['id']).toBe(`${id}.test`);
    expect(ending).toBe(response?.['status']);
  },
);

it('does not know live runs of samples that are not there', async () => {
  expect((await startApi().ask('/responses/resp_live_nobody')).status).toBe(404);
});

it('hold every event that servers send beside those of the API', async () => {
  const { ask, textOf } = startApi();
  const texts = [];
  for (const id of WHOLE) texts.push(await textOf(id));
  await ask('/responses/resp_live_quick.cancelled');
  await ask('/responses/resp_live_quick.cancelled/cancel', { method: 'POST' });
  texts.push(await textOf('resp_live_quick.cancelled'));
  const types = new Set(texts.flatMap(eventsIn).map((event) => event['type'] ?? event['object']));
  const wanted = [...EXTRA_EVENT_TYPES, 'floway:keep_alive', 'codex.rate_limits', 'chat.completion.chunk'];
  expect(wanted.filter((type) => !types.has(type))).toEqual([]);
});

describe('the agent', () => {
  it('works for three minutes, on several things at once', async () => {
    const { textOf, clock } = startApi();
    const start = clock.now();
    const events = eventsIn(await textOf('resp_live_agent'));
    expect(Math.round((clock.now() - start) / 1000)).toBe(180);
    expect(events.length).toBeGreaterThan(1200);
    const deltas = events.filter(({ type }) => type === 'response.function_call_arguments.delta');
    const calls = deltas.map((event) => numberOf(event['output_index']) ?? 0);
    expect(new Set(calls).size).toBe(2);
    expect(calls).not.toEqual(calls.toSorted((one, other) => one - other));
    const types = new Set(arrayOf(valueAt(events.at(-1), ['response', 'output'])).map((item) => stringOf(valueAt(item, ['type']))));
    expect([...types]).toEqual(
      expect.arrayContaining([
        'reasoning',
        'message',
        'mcp_list_tools',
        'mcp_call',
        'code_interpreter_call',
        'shell_call',
        'apply_patch_call',
        'function_call',
      ]),
    );
  });
});

describe('pauses', () => {
  it('come between bursts', async () => {
    const reads = await readsOf(await startApi().stream('resp_live_bursty'));
    const sizes = reads.map((read) => eventsIn(new TextDecoder().decode(read)).length);
    expect(sizes.length).toBeLessThan(40);
    expect(Math.max(...sizes)).toBeGreaterThan(10);
  });

  it('make a proxy send many events at once', async () => {
    const reads = await readsOf(await startApi().stream('resp_live_buffered'));
    const sizes = reads.map((read) => eventsIn(new TextDecoder().decode(read)).length);
    expect(sizes.length).toBeLessThan(20);
    expect(sizes.toSorted((one, other) => one - other)[Math.floor(sizes.length / 2)]).toBeGreaterThan(20);
  });

  it('stall a search and an answer, and nothing comes meanwhile', async () => {
    const { stream, clock } = startApi();
    const start = clock.now();
    await readsOf(await stream('resp_live_stalled'));
    expect(Math.round((clock.now() - start) / 1000)).toBe(25);
  });

  it('are filled with comments and keepalive events', async () => {
    const { textOf, clock } = startApi();
    const start = clock.now();
    const text = await textOf('resp_live_stalling');
    expect(Math.round((clock.now() - start) / 1000)).toBe(85);
    expect(text.match(/^: keepalive$/gm)?.length).toBeGreaterThan(3);
    expect(eventsIn(text).filter(({ type }) => type === 'keepalive')).toHaveLength(5);
    expect(foldStream(bytesOf(text)).missing).toEqual([]);
  });
});

describe('a connection that is cut', () => {
  it('goes on behind the last event, with nothing lost', async () => {
    const { stream } = startApi();
    const recorder = createStreamRecorder();
    const lasts: (number | null)[] = [];
    for (let rest = ''; recorder.state().ending !== 'completed' && lasts.length < 5; rest = `&starting_after=${lasts.at(-1)}`) {
      recorder.log.connect();
      for (const bytes of await readsOf(await stream('resp_live_cutting', rest))) recorder.append(bytes, 0);
      recorder.close();
      lasts.push(recorder.state().lastSequenceNumber);
    }
    expect(lasts.slice(0, -1)).toEqual([40, 140]);
    expect(recorder.state()).toMatchObject({ missing: [], noticeCounts: { duplicate: 0, gap: 0, unreadable: 2 } });
  });

  it('is cut where the ID says', async () => {
    const text = await startApi().textOf('resp_live_cutting_7.mine');
    expect(foldStream(bytesOf(text))).toMatchObject({ ending: 'cut-off', lastSequenceNumber: 7 });
    expect(text).not.toMatch(/\n\n$/);
  });
});

describe('a stream that is too old', () => {
  it('is refused after five minutes, and can be polled to its end', async () => {
    const { stream, ask, askJson, clock } = startApi();
    await ask('/responses/resp_live_expiring');
    clock.advance(299_000);
    const early = await stream('resp_live_expiring');
    expect(early.status).toBe(200);
    await early.body?.cancel();
    clock.advance(2000);
    const late = await stream('resp_live_expiring');
    expect(late.status).toBe(400);
    expect(await late.json()).toMatchObject({
      error: { message: expect.stringMatching(/can no longer be streamed because it is more than 5 minutes old/) },
    });
    expect(await askJson('/responses/resp_live_expiring')).toMatchObject({ status: 'in_progress' });
    clock.advance(60_000);
    expect(await askJson('/responses/resp_live_expiring')).toMatchObject({ status: 'completed' });
  });

  it('can be had at once', async () => {
    const { stream, askJson, clock } = startApi();
    expect((await stream('resp_live_expired')).status).toBe(400);
    expect(await askJson('/responses/resp_live_expired')).toMatchObject({ status: 'in_progress' });
    clock.advance(12_000);
    expect(await askJson('/responses/resp_live_expired')).toMatchObject({ status: 'completed' });
  });
});

describe('dialects', () => {
  it.each([
    ['unnumbered', /^(?![^]*sequence_number)/],
    ['azure', /"content_filters":null[^]*"content_filters":\[/],
    ['xai', /^(?![^]*"usage":null)[^]*"usage":\{/],
    ['vllm', /response\.reasoning_part\.added[^]*"content_index":1[^]*"status":null/],
    ['llama_cpp', /^(?![^]*(?:sequence_number|output_index|content_index))[^]*"timings"[^]*\ndata: \[DONE\]\n\n$/],
    ['openrouter', /^: OPENROUTER PROCESSING\n\n(?![^]*event: )data: [^]*data: \[DONE\]\n\n$/],
    ['ollama', /^(?![^]*reasoning_summary_part)[^]*reasoning_summary_text\.delta/],
    ['bedrock', /^data: \{.*\}\nevent: response\.created\n\n[^]*"content_index":1/],
    ['open_responses', /floway:keep_alive[^]*response\.reasoning\.delta[^]*\[DONE\]/],
    ['codex', /^event: codex\.rate_limits\n[^]*response\.metadata[^]*"output":\[\]/],
    [
      'gateway',
      /^event: response\.in_progress\ndata: \{"type":"response\.in_progress","sequence_number":0\}\n\nevent: ping\n[^]*chat\.completion\.chunk[^]*event: response\.error\n/,
    ],
    ['steered', /response\.steer\.pending[^]*response\.steer\.accepted[^]*response\.steer\.failed/],
  ])('%s', async (name, pattern) => {
    expect(await startApi().textOf(`resp_live_${name}`)).toMatch(pattern);
  });

  it('opens several items before one is done, as xAI does', async () => {
    const events = eventsIn(await startApi().textOf('resp_live_xai'));
    const added = events.filter(({ type }) => type === 'response.output_item.added').map((event) => events.indexOf(event));
    const done = events.filter(({ type }) => type === 'response.output_item.done').map((event) => events.indexOf(event));
    expect(added[3]).toBeLessThan(done[1] ?? 0);
  });

  it('gives other item IDs in the end, as vLLM and OpenRouter do', async () => {
    const { textOf } = startApi();
    for (const id of ['resp_live_vllm', 'resp_live_openrouter']) {
      const events = eventsIn(await textOf(id));
      const added = events.find(({ type }) => type === 'response.output_item.added');
      const last = events.findLast(({ type }) => type === 'response.completed');
      expect(valueAt(last, ['response', 'output', 0, 'id'])).not.toBe(valueAt(added, ['item', 'id']));
    }
  });
});
