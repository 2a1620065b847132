import { describe, expect, it } from 'vitest';
import { arrayOf, objectOf } from '#base/json.ts';
import { splitEventStream, type EventFrame } from '#protocol/event-stream.ts';
import { startTestApi } from './api-for-tests.ts';

const POST = { method: 'POST' };
const DELETE = { method: 'DELETE' };

async function readFrames(path: string) {
  return splitEventStream(await (await startTestApi().ask(path)).text());
}

/** The sequence number of each frame, or its data where it has none. */
function sequenceNumbers(frames: readonly EventFrame[]) {
  return frames.map(({ data }) => data.match(/sequence_number": ?(\d)/)?.[1] ?? data);
}

async function readPage(query: string) {
  const page = await startTestApi().askJson(`/responses/resp_plain/input_items?${query}`);
  return { ...page, data: arrayOf(page['data']).map((item) => objectOf(item)?.['id']) };
}

async function statusesOf(id: string, count: number, api = startTestApi()) {
  const statuses = [];
  for (let turn = 0; turn < count; turn += 1) statuses.push((await api.askJson(`/responses/${id}`))['status']);
  return statuses;
}

describe('GET /responses/{id}', () => {
  it('sends the stored text as it is written', async () => {
    const text = await (await startTestApi().ask('/responses/resp_plain')).text();
    expect(text).toContain('"top_p": 1.0');
  });

  it('answers 404 for an unknown id, which it names', async () => {
    const answer = await startTestApi().ask('/responses/resp_nobody');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      error: { message: expect.stringContaining('resp_nobody'), type: 'invalid_request_error', param: null, code: null },
    });
  });

  it('gives a copy of its own to an id with a suffix', async () => {
    expect(await startTestApi().askJson('/responses/resp_plain.mine.too')).toMatchObject({
      id: 'resp_plain.mine.too',
      status: 'completed',
    });
  });

  it.each([
    ['include[]=nonsense', 'include[0]', 'invalid_value'],
    ['include=reasoning.encrypted_content&include=nonsense', 'include[1]', 'invalid_value'],
    ['include=reasoning.encrypted_content,file_search_call.results', 'include[0]', 'invalid_value'],
    ['include[]=', 'include[0]', 'invalid_value'],
    ['stream=yes', 'stream', 'invalid_type'],
    ['include_obfuscation=0', 'include_obfuscation', 'invalid_type'],
    ['starting_after=soon', 'starting_after', 'invalid_type'],
    ['starting_after=1.5', 'starting_after', 'invalid_type'],
    ['starting_after=-1', 'starting_after', 'integer_below_min_value'],
  ])('refuses ?%s', async (query, param, code) => {
    const answer = await startTestApi().ask(`/responses/resp_ran?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error', param, code } });
  });

  it.each([
    'include[]=reasoning.encrypted_content',
    'include%5B%5D=file_search_call.results&include=reasoning.encrypted_content',
    'stream=false',
    'api-version=v1',
  ])('takes ?%s', async (query) => {
    expect((await startTestApi().ask(`/responses/resp_ran?${query}`)).status).toBe(200);
  });
});

describe('GET /responses/{id}?stream=true', () => {
  it('replays the stored stream as it was written', async () => {
    const answer = await startTestApi().ask('/responses/resp_ran?stream=true');
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const text = await answer.text();
    expect(text).toContain(': keepalive\r\n\r\nevent: response.output_text.delta\r\ndata: {"type": ');
    expect(sequenceNumbers(splitEventStream(text))).toEqual(['0', '1', '2', '[DONE]']);
  });

  it('sends only what comes after starting_after', async () => {
    expect(sequenceNumbers(await readFrames('/responses/resp_ran?stream=true&starting_after=0'))).toEqual(['1', '2', '[DONE]']);
    expect(sequenceNumbers(await readFrames('/responses/resp_ran?stream=true&starting_after=2'))).toEqual(['[DONE]']);
  });

  it('leaves the padding out when asked to, and nothing else', async () => {
    const [, delta] = await readFrames('/responses/resp_ran?stream=true&include_obfuscation=false');
    expect(JSON.parse(delta?.data ?? '')).toEqual({ type: 'response.output_text.delta', sequence_number: 1, delta: 'Hé' });
  });

  it('names the copy that was asked for', async () => {
    const [created] = await readFrames('/responses/resp_ran.copy?stream=true');
    expect(created?.data).toContain('"id":"resp_ran.copy"');
  });

  it.each(['resp_plain', 'resp_running'])('is refused for %s, which has no stream', async (id) => {
    const answer = await startTestApi().ask(`/responses/${id}?stream=true`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { param: 'stream', message: expect.stringContaining('cannot be streamed') } });
  });
});

describe('GET /responses/{id}/input_items', () => {
  it('lists twenty, newest first', async () => {
    const page = await readPage('');
    expect(page).toMatchObject({ object: 'list', first_id: 'in_24', last_id: 'in_5', has_more: true });
    expect(page.data).toHaveLength(20);
  });

  it('turns pages in both orders', async () => {
    expect(await readPage('after=in_5')).toMatchObject({ data: ['in_4', 'in_3', 'in_2', 'in_1', 'in_0'], has_more: false });
    expect(await readPage('order=asc&limit=2&after=in_22')).toMatchObject({
      data: ['in_23', 'in_24'],
      first_id: 'in_23',
      last_id: 'in_24',
      has_more: false,
    });
    expect(await readPage('order=asc&limit=1')).toMatchObject({ data: ['in_0'], has_more: true });
    expect(await readPage('after=in_0')).toMatchObject({ data: [], first_id: null, last_id: null, has_more: false });
  });

  it('is empty where nothing was kept', async () => {
    expect(await startTestApi().askJson('/responses/resp_ran/input_items')).toMatchObject({ data: [], has_more: false });
  });

  it.each([
    ['limit=0', 'limit', 'integer_below_min_value'],
    ['limit=101', 'limit', 'integer_above_max_value'],
    ['limit=all', 'limit', 'invalid_type'],
    ['order=newest', 'order', 'invalid_value'],
    ['after=in_99', 'after', 'invalid_value'],
    ['include[]=nonsense', 'include[0]', 'invalid_value'],
  ])('refuses ?%s', async (query, param, code) => {
    const answer = await startTestApi().ask(`/responses/resp_plain/input_items?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { param, code } });
  });
});

describe('POST /responses/{id}/cancel', () => {
  it('is refused for a response that was not made in the background', async () => {
    const answer = await startTestApi().ask('/responses/resp_plain/cancel', POST);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { message: 'Cannot cancel a synchronous response.' } });
  });

  it('changes nothing that is finished', async () => {
    expect(await startTestApi().askJson('/responses/resp_ran/cancel', POST)).toMatchObject({ status: 'completed' });
  });

  it('cancels what runs, once and for all, for this id only', async () => {
    const { askJson } = startTestApi();
    const cancelled = await askJson('/responses/resp_running.mine/cancel', POST);
    expect(cancelled).toMatchObject({ id: 'resp_running.mine', status: 'cancelled', error: null });
    expect(await askJson('/responses/resp_running.mine/cancel', POST)).toEqual(cancelled);
    expect(await askJson('/responses/resp_running.mine')).toEqual(cancelled);
    expect(await askJson('/responses/resp_running')).toMatchObject({ status: 'in_progress' });
  });

  it('answers 404 for an unknown id', async () => {
    expect((await startTestApi().ask('/responses/resp_nobody/cancel', POST)).status).toBe(404);
  });
});

describe('DELETE /responses/{id}', () => {
  it('forgets the response for every route, until the app is made anew', async () => {
    const { ask, askJson } = startTestApi();
    expect(await askJson('/responses/resp_ran', DELETE)).toEqual({ id: 'resp_ran', object: 'response', deleted: true });
    const statuses = await Promise.all(
      [
        ask('/responses/resp_ran'),
        ask('/responses/resp_ran?stream=true'),
        ask('/responses/resp_ran/input_items'),
        ask('/responses/resp_ran', DELETE),
      ].map(async (answer) => (await answer).status),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
    expect((await ask('/responses/resp_ran.copy')).status).toBe(200);
    expect((await startTestApi().ask('/responses/resp_ran')).status).toBe(200);
  });
});

describe('a background run', () => {
  it('moves on with every retrieval, and each copy by itself', async () => {
    const api = startTestApi();
    expect(await statusesOf('resp_sample_background', 2, api)).toEqual(['queued', 'in_progress']);
    expect(await statusesOf('resp_sample_background.two', 5, api)).toEqual([
      'queued',
      'in_progress',
      'in_progress',
      'completed',
      'completed',
    ]);
    expect(await statusesOf('resp_sample_background', 2, api)).toEqual(['in_progress', 'completed']);
  });

  it('has no output and no usage while it runs, and starts when it is first asked for', async () => {
    let time = 1_800_000_000_000;
    const { askJson } = startTestApi({ now: () => (time += 2_000) });
    const bodies = [];
    for (let turn = 0; turn < 4; turn += 1) bodies.push(await askJson('/responses/resp_sample_background.x'));
    const waiting = { created_at: 1_800_000_002, completed_at: null, output: [], usage: null };
    expect(bodies.slice(0, 3)).toMatchObject([waiting, waiting, waiting]);
    expect(bodies[3]).toMatchObject({
      id: 'resp_sample_background.x',
      background: true,
      created_at: 1_800_000_002,
      completed_at: 1_800_000_004,
    });
    expect(bodies[3]?.['output']).toHaveLength(1);
  });

  it('can be cancelled before it finishes', async () => {
    const api = startTestApi();
    await statusesOf('resp_sample_background', 1, api);
    expect(await api.askJson('/responses/resp_sample_background/cancel', POST)).toMatchObject({ status: 'cancelled', output: [] });
    expect(await statusesOf('resp_sample_background', 2, api)).toEqual(['cancelled', 'cancelled']);
  });

  it('is not moved on by other requests', async () => {
    const api = startTestApi();
    await api.ask('/responses/resp_sample_background/input_items');
    await api.ask('/responses/resp_sample_background?stream=true');
    expect(await statusesOf('resp_sample_background', 1, api)).toEqual(['queued']);
  });
});
