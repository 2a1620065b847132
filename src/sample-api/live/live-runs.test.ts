import { describe, expect, it } from 'vitest';
import { arrayOf, numberOf, valueAt, type JsonObject } from '#base/json.ts';
import { foldStream } from '#model/record-stream.ts';
import { eventsIn, startLiveApi } from './live-streams-for-tests.ts';

const QUICK = 'resp_live_quick';

async function streamOf(answer: Promise<Response>): Promise<readonly JsonObject[]> {
  return eventsIn(await (await answer).text());
}

describe('a live run', () => {
  it('begins queued with its first request, works while time passes, and is completed in time', async () => {
    const { askJson, clock } = startLiveApi();
    const first = await askJson(`/responses/${QUICK}`);
    expect(first).toMatchObject({ id: QUICK, status: 'queued', background: true, output: [], usage: null });
    expect(first['created_at']).toBe(clock.now() / 1000);
    clock.advance(5000);
    const half = await askJson(`/responses/${QUICK}`);
    expect(half).toMatchObject({ status: 'in_progress', created_at: first['created_at'], usage: null });
    expect(arrayOf(half['output']).length).toBeGreaterThan(1);
    clock.advance(5000);
    const whole = await askJson(`/responses/${QUICK}`);
    expect(whole).toMatchObject({ status: 'completed', completed_at: (numberOf(first['created_at']) ?? 0) + 10 });
    expect(arrayOf(whole['output']).map((item) => valueAt(item, ['type']))).toEqual(['reasoning', 'web_search_call', 'message']);
  });

  it('replays what there is at once, and goes on while time passes', async () => {
    const { ask, clock } = startLiveApi();
    const start = clock.now();
    await ask(`/responses/${QUICK}`);
    clock.advance(4000);
    const body = (await ask(`/responses/${QUICK}?stream=true`)).body?.getReader();
    const backlog = eventsIn(new TextDecoder().decode((await body?.read())?.value));
    expect(clock.now() - start).toBe(4000);
    expect(backlog.length).toBeGreaterThan(10);
    const next = eventsIn(new TextDecoder().decode((await body?.read())?.value));
    expect(next[0]?.['sequence_number']).toBe(backlog.length);
    expect(clock.now() - start).toBeGreaterThan(4000);
    await body?.cancel();
  });

  it('streams what folds to the final response, the same for every reader', async () => {
    const { ask, askJson } = startLiveApi();
    const answer = await ask(`/responses/${QUICK}?stream=true`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const text = await answer.text();
    const final = await askJson(`/responses/${QUICK}`);
    expect(foldStream(new TextEncoder().encode(text))).toMatchObject({ response: final, ending: 'completed', missing: [], notices: [] });
    expect(await (await ask(`/responses/${QUICK}?stream=true`)).text()).toBe(text);
  });

  it('resumes behind any event', async () => {
    const { ask } = startLiveApi();
    const events = await streamOf(ask(`/responses/${QUICK}?stream=true`));
    expect(await streamOf(ask(`/responses/${QUICK}?stream=true&starting_after=41`))).toEqual(events.slice(42));
    expect(await streamOf(ask(`/responses/${QUICK}?stream=true&starting_after=${events.length}`))).toEqual([]);
  });

  it('is cancelled for all who read it, and stays so', async () => {
    const { ask, askJson, clock } = startLiveApi();
    const reader = (await ask(`/responses/${QUICK}.c?stream=true`)).body?.getReader();
    await reader?.read();
    clock.advance(3000);
    const cancelled = await askJson(`/responses/${QUICK}.c/cancel`, { method: 'POST' });
    expect(cancelled).toMatchObject({ status: 'cancelled', usage: null });
    const rest = [];
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read())
      rest.push(...eventsIn(new TextDecoder().decode(read.value)));
    expect(rest.at(-1)).toMatchObject({ type: 'response.cancelled', sequence_number: rest.length + 1, response: cancelled });
    clock.advance(60_000);
    expect(await askJson(`/responses/${QUICK}.c`)).toEqual(cancelled);
    expect(await askJson(`/responses/${QUICK}.c/cancel`, { method: 'POST' })).toEqual(cancelled);
    expect((await streamOf(ask(`/responses/${QUICK}.c?stream=true`))).at(-1)).toEqual(rest.at(-1));
  });

  it('is not cancelled when it has ended', async () => {
    const { ask, askJson } = startLiveApi();
    await (await ask(`/responses/${QUICK}?stream=true`)).text();
    expect(await askJson(`/responses/${QUICK}/cancel`, { method: 'POST' })).toMatchObject({ status: 'completed' });
  });

  it('is another one under another suffix, and a new one when nobody asked for it in ten minutes', async () => {
    const { askJson, clock } = startLiveApi();
    await askJson(`/responses/${QUICK}`);
    clock.advance(60_000);
    expect(await askJson(`/responses/${QUICK}.other`)).toMatchObject({ id: `${QUICK}.other`, status: 'queued' });
    expect(await askJson(`/responses/${QUICK}`)).toMatchObject({ status: 'completed' });
    clock.advance(11 * 60_000);
    expect(await askJson(`/responses/${QUICK}`)).toMatchObject({ status: 'queued' });
  });

  it('says what it was given', async () => {
    expect(await startLiveApi().askJson(`/responses/${QUICK}/input_items`)).toMatchObject({ data: [{ role: 'user' }] });
  });
});
