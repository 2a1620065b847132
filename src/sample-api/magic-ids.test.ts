import { describe, expect, it } from 'vitest';
import { valueAt, type JsonValue } from '#base/json.ts';
import { startTestApi } from './api-for-tests.ts';
import { findMagic, MAGIC_IDS } from './magic-ids.ts';

const withoutPause = async () => {};

/** `rest` is what follows the ID in the URL. */
function askFor(id: string, rest = '') {
  return startTestApi({ wait: withoutPause }).ask(`/responses/${encodeURIComponent(id)}${rest}`);
}

describe('every magic id', () => {
  it.each(MAGIC_IDS.map(({ id, answers }) => [id, answers]))('%s answers %s', async (id, answers) => {
    const answer = await askFor(id);
    expect(answer.status).toBe(Number.parseInt(answers, 10));
    expect((await askFor(`${id}.anything`)).status).toBe(answer.status);
    await answer.body?.cancel();
  });

  it('is told from others', () => {
    expect(new Set(MAGIC_IDS.map(({ id }) => id)).size).toBe(MAGIC_IDS.length);
    expect(
      ['resp_sample_hello', 'resp_big_51mb', 'resp_big_0mb', 'resp_big_010mb', 'resp_deep_5001', 'resp_error_4030', ''].map(findMagic),
    ).toEqual(Array.from({ length: 7 }, () => null));
    expect(findMagic('resp_big_7mb.mine')).toMatchObject({ number: 7 });
  });
});

describe('refusals', () => {
  it.each([
    ['resp_error_403', { code: 'missing_scope', type: 'invalid_request_error' }],
    ['resp_error_429', { code: 'rate_limit_exceeded' }],
    ['resp_error_quota', { code: 'insufficient_quota', type: 'insufficient_quota' }],
    ['resp_error_500', { code: null, type: 'server_error' }],
    ['resp_error_503', { code: 'server_overloaded' }],
  ])('%s speaks the envelope', async (id, error) => {
    expect(await (await askFor(id)).json()).toMatchObject({ error: { message: expect.stringMatching(/\w/), param: null, ...error } });
  });

  it('say when to try again, which a page cannot read', async () => {
    const { headers } = await askFor('resp_error_429');
    expect([headers.get('retry-after'), headers.get('retry-after-ms')]).toEqual(['1', '1000']);
    expect(headers.get('access-control-expose-headers')).not.toMatch(/retry/i);
    expect((await askFor('resp_error_quota')).headers.get('x-should-retry')).toBe('false');
  });

  it('hold for every route of the id', async () => {
    const { ask } = startTestApi();
    const answers = await Promise.all([
      ask('/responses/resp_error_403/input_items'),
      ask('/responses/resp_error_403/cancel', { method: 'POST' }),
      ask('/responses/resp_error_403', { method: 'DELETE' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it('wait for the key', async () => {
    expect((await startTestApi().app.request('/sample/v1/responses/resp_error_500')).status).toBe(401);
  });

  it('end after two for the one that recovers, counted for each copy', async () => {
    const { ask } = startTestApi();
    const statuses = [];
    for (const id of ['a', 'a', 'b', 'a', 'b', 'b']) statuses.push((await ask(`/responses/resp_error_503_once.${id}`)).status);
    expect(statuses).toEqual([503, 503, 503, 200, 503, 200]);
  });
});

describe('bodies that are no response', () => {
  it.each([
    ['resp_html_200', 'text/html; charset=utf-8', /^<!doctype html>/],
    ['resp_empty', 'application/json', /^$/],
    ['resp_text', 'text/plain; charset=utf-8', /^The server is running\.\n$/],
    ['resp_broken_json', 'application/json', /"mess$/],
    ['resp_ok_error', 'application/json', /"error": "/],
    ['resp_chat_completion', 'application/json', /"object": "chat.completion"/],
    ['resp_list', 'application/json', /"object": "list"/],
  ])('%s is sent as %s', async (id, type, body) => {
    const answer = await askFor(id);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(await answer.text()).toMatch(body);
  });

  it('breaks in line 4', async () => {
    const text = await (await askFor('resp_broken_json')).text();
    expect(text.split('\n')).toHaveLength(4);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('redirects on the same path', async () => {
    expect((await askFor('resp_redirect', '?stream=true')).headers.get('location')).toBe(
      '/sample/v1/responses/resp_sample_hello?stream=true',
    );
    expect((await askFor('resp_redirect', '/input_items')).headers.get('location')).toBe('/sample/v1/responses/resp_sample_hello');
  });
});

describe('made responses', () => {
  it('spell times as floats', async () => {
    const text = await (await askFor('resp_float_times')).text();
    expect(text).toMatch(/"created_at": \d+\.0,/);
    expect(JSON.parse(text)).toMatchObject({ id: 'resp_float_times', object: 'response', status: 'completed' });
  });

  it('nest as deep as the id says', async () => {
    let levels = 0;
    let nested: JsonValue | undefined = valueAt((await (await askFor('resp_deep_500')).json()) as JsonValue, ['nested']);
    for (; nested !== undefined; nested = valueAt(nested, ['next'])) levels += 1;
    expect(levels).toBe(500);
  });

  it('keep an id with a slash, spaces, percent signs and letters', async () => {
    const odd = MAGIC_IDS.find(({ id }) => id.includes('/'))?.id ?? '';
    expect(await (await askFor(odd)).json()).toMatchObject({ id: odd });
    expect(await (await askFor(`${odd}.%2F`)).json()).toMatchObject({ id: `${odd}.%2F` });
    expect(await (await askFor(odd, '/input_items')).json()).toMatchObject({ object: 'list', data: [] });
  });

  it('can be deleted, and cannot be streamed', async () => {
    const { ask } = startTestApi();
    expect((await ask('/responses/resp_float_times?stream=true')).status).toBe(400);
    expect((await ask('/responses/resp_float_times', { method: 'DELETE' })).status).toBe(200);
    expect((await ask('/responses/resp_float_times')).status).toBe(404);
  });
});

it('sends the slow body in twelve pieces, with a pause before each but the first', async () => {
  const pauses: number[] = [];
  const wait = async (milliseconds: number) => {
    pauses.push(milliseconds);
  };
  const answer = await startTestApi({ wait }).ask('/responses/resp_slow');
  expect(pauses).toEqual([]);
  expect(answer.headers.has('content-length')).toBe(false);
  const text = await answer.text();
  expect(pauses).toEqual(Array.from({ length: 11 }, () => 250));
  expect(JSON.parse(text)).toMatchObject({ id: 'resp_slow', object: 'response' });
});
