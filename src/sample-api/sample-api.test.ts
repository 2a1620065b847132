import { describe, expect, it } from 'vitest';
import { startTestApi } from './api-for-tests.ts';

function askWith(headers: Record<string, string>) {
  return startTestApi().app.request('/sample/v1/responses/resp_plain', { headers });
}

describe('every answer', () => {
  it.each([
    '/responses/resp_plain',
    '/responses/nobody',
    '/nowhere',
    '/responses/resp_error_500',
    '/responses/resp_html_502',
    '/responses/resp_ran?stream=true',
  ])('to %s is open to every origin and carries the usual headers', async (path) => {
    const { headers } = await startTestApi().ask(path);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBe('X-Request-ID, CF-Ray');
    expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
    expect(headers.get('openai-version')).toBe('2020-10-01');
    expect(headers.get('openai-processing-ms')).toMatch(/^\d+$/);
    expect(headers.get('x-ratelimit-remaining-requests')).toBe('9999');
  });

  it('has a request id of its own', async () => {
    const { ask } = startTestApi();
    const ids = await Promise.all([ask('/models'), ask('/models')].map(async (answer) => (await answer).headers.get('x-request-id')));
    expect(new Set(ids).size).toBe(2);
  });

  it('says so in an envelope when a sample cannot be read', async () => {
    const { ask } = startTestApi({ readSample: async () => Promise.reject(new Error('disk on fire')) });
    const answer = await ask('/responses/resp_plain');
    expect(answer.status).toBe(500);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toEqual({
      error: { message: expect.stringContaining('disk on fire'), type: 'server_error', param: null, code: null },
    });
  });
});

describe('a preflight', () => {
  it('needs no key and allows what is usual and what is asked for', async () => {
    const answer = await startTestApi().app.request('/sample/v1/responses/resp_plain', {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'DELETE', 'access-control-request-headers': 'x-trace, Authorization' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, POST, DELETE, OPTIONS');
    expect(answer.headers.get('access-control-allow-headers')).toBe(
      'authorization, api-key, content-type, openai-organization, openai-project, x-trace',
    );
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('the key', () => {
  it.each([{ authorization: 'Bearer sk-sample' }, { authorization: 'bearer  sk-sample' }, { 'api-key': 'sk-sample' }])(
    'is taken as %o',
    async (headers) => {
      expect((await askWith(headers)).status).toBe(200);
    },
  );

  it.each([{}, { authorization: '' }, { authorization: 'Bearer ' }, { authorization: 'Basic c2stc2FtcGxl' }])(
    'is missed in %o',
    async (headers) => {
      const answer = await askWith(headers);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error', code: null } });
    },
  );

  it('is refused when it is another one, and never repeated', async () => {
    const answer = await askWith({ authorization: 'Bearer sk-another-secret-key-1234' });
    const text = await answer.text();
    expect(answer.status).toBe(401);
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'invalid_api_key', message: expect.stringContaining('***1234') } });
    expect(text).not.toContain('secret');
    expect(await (await askWith({ 'api-key': 'short' })).text()).not.toMatch(/short|hort/);
  });
});

it('lists each model once', async () => {
  expect(await startTestApi().askJson('/models')).toEqual({
    object: 'list',
    data: [
      { id: 'gpt-5.1-2025-11-13', object: 'model', created: 1_781_006_400, owned_by: 'sample-organization' },
      { id: 'o4-mini', object: 'model', created: 1_700_000_000, owned_by: 'sample-organization' },
    ],
  });
});

it.each(['GET /', 'GET /response/resp_plain', 'POST /responses', 'POST /responses/resp_plain', 'GET /responses/a/b/c'])(
  'has no %s',
  async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const answer = await startTestApi().ask(path, { method });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'unknown_url', message: expect.stringContaining(`${method} /sample/v1`) } });
  },
);

it('answers below another base path when told so', async () => {
  const { app } = startTestApi({ basePath: '/viewer/sample/v1' });
  const answer = await app.request('/viewer/sample/v1/responses/resp_plain', { headers: { 'api-key': 'sk-sample' } });
  expect(answer.status).toBe(200);
});
