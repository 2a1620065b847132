import OpenAI, { APIError, AuthenticationError, BadRequestError, InternalServerError, NotFoundError, RateLimitError } from 'openai';
import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSampleServer, type SampleServer } from '../../scripts/sample-api-server.ts';

let server: SampleServer;
let client: OpenAI;

beforeAll(async () => {
  server = await startSampleServer();
  client = new OpenAI({ apiKey: 'sk-sample', baseURL: server.baseUrl, maxRetries: 0 });
});
afterAll(async () => server.close());

const AGENT = 'resp_sample_refund_agent';

async function collect(events: AsyncIterable<ResponseStreamEvent>) {
  const collected = [];
  for await (const event of events) collected.push(event);
  return collected;
}

function failureOf(promise: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(promise).then(
    () => new Error('did not fail'),
    (error: unknown) => error,
  );
}

describe('the official SDK, over HTTP', () => {
  it('retrieves', async () => {
    const { data: response, request_id: requestId } = await client.responses.retrieve('resp_sample_hello').withResponse();
    expect(response).toMatchObject({ id: 'resp_sample_hello', object: 'response', status: 'completed' });
    expect(response.output_text).toMatch(/\w/);
    expect(requestId).toMatch(/^req_/);
  });

  it('retrieves what include adds', async () => {
    const [plain, full] = await Promise.all([
      client.responses.retrieve(AGENT),
      client.responses.retrieve(AGENT, {
        include: ['web_search_call.action.sources', 'code_interpreter_call.outputs', 'reasoning.encrypted_content'],
      }),
    ]);
    const outputsOf = ({ output }: typeof plain) => output.flatMap((item) => (item.type === 'code_interpreter_call' ? [item.outputs] : []));
    expect(outputsOf(plain).length).toBeGreaterThan(0);
    expect(outputsOf(plain).every((outputs) => outputs === null)).toBe(true);
    expect(outputsOf(full).every((outputs) => Array.isArray(outputs))).toBe(true);
    expect(JSON.stringify(full)).toContain('encrypted_content');
    expect(JSON.stringify(plain)).not.toContain('encrypted_content');
  });

  it('streams, and resumes where it was', async () => {
    const events = await collect(await client.responses.retrieve(AGENT, { stream: true }));
    expect(events[0]).toMatchObject({ type: 'response.created', sequence_number: 0, response: { id: AGENT } });
    expect(events.at(-1)).toMatchObject({ type: 'response.completed', response: { status: 'completed' } });
    const resumed = await collect(await client.responses.retrieve(AGENT, { stream: true, starting_after: 41 }));
    expect(resumed[0]).toMatchObject({ sequence_number: 42 });
    expect(resumed).toEqual(events.slice(42));
  });

  it('streams without padding when asked to', async () => {
    const [padded, bare] = await Promise.all([
      collect(await client.responses.retrieve(AGENT, { stream: true })),
      collect(await client.responses.retrieve(AGENT, { stream: true, include_obfuscation: false })),
    ]);
    expect(JSON.stringify(padded)).toContain('"obfuscation"');
    expect(JSON.stringify(bare)).not.toContain('"obfuscation"');
    expect(bare).toHaveLength(padded.length);
  });

  it('turns the pages of the input items by itself', async () => {
    const firstPage = await client.responses.inputItems.list(AGENT, { order: 'asc', limit: 100 });
    const paged = [];
    for await (const item of client.responses.inputItems.list(AGENT, { order: 'asc', limit: 1 })) paged.push(item);
    expect(paged.length).toBeGreaterThan(1);
    expect(paged).toEqual(firstPage.data);
    const newestFirst = await client.responses.inputItems.list(AGENT);
    expect(newestFirst.data).toEqual(firstPage.data.toReversed());
  });

  it('polls a background run, and cancels one', async () => {
    const run = 'resp_sample_background.sdk';
    const statuses = [];
    while (statuses.at(-1) !== 'completed' && statuses.length < 10) statuses.push((await client.responses.retrieve(run)).status);
    expect(statuses).toEqual(['queued', 'in_progress', 'in_progress', 'completed']);
    await client.responses.retrieve('resp_sample_background.cancelled');
    expect(await client.responses.cancel('resp_sample_background.cancelled')).toMatchObject({ status: 'cancelled', output: [] });
    expect(await failureOf(client.responses.cancel('resp_sample_hello'))).toBeInstanceOf(BadRequestError);
  });

  it('deletes', async () => {
    await client.responses.delete('resp_sample_hello.doomed');
    expect(await failureOf(client.responses.retrieve('resp_sample_hello.doomed'))).toBeInstanceOf(NotFoundError);
  });

  it('lists models', async () => {
    const models = [];
    for await (const model of client.models.list()) models.push(model.id);
    expect(models).toContain((await client.responses.retrieve(AGENT)).model);
  });

  it('asks for ids with odd characters', async () => {
    const id = 'resp_odd/with spaces, 100% & ünïcode?#';
    expect(await client.responses.retrieve(id)).toMatchObject({ id });
  });
});

describe('the official SDK, refused', () => {
  it('knows a wrong key', async () => {
    const error = await failureOf(new OpenAI({ apiKey: 'sk-wrong', baseURL: server.baseUrl }).responses.retrieve(AGENT));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ status: 401, code: 'invalid_api_key' });
  });

  it('knows an unknown id', async () => {
    const error = await failureOf(client.responses.retrieve('resp_nobody'));
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ status: 404, type: 'invalid_request_error', requestID: expect.stringMatching(/^req_/) });
  });

  it.each([
    ['resp_error_429', RateLimitError, { code: 'rate_limit_exceeded' }],
    ['resp_error_quota', RateLimitError, { code: 'insufficient_quota' }],
    ['resp_error_500', InternalServerError, { type: 'server_error' }],
    ['resp_error_408', APIError, { status: 408 }],
  ])('knows %s', async (id, errorClass, fields) => {
    const error = await failureOf(client.responses.retrieve(id));
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toMatchObject(fields);
  });

  it('knows a stream that cannot be had, and an include nobody knows', async () => {
    expect(await failureOf(client.responses.retrieve('resp_float_times', { stream: true }))).toMatchObject({
      status: 400,
      param: 'stream',
    });
    const unknown = client.get('/responses/resp_sample_hello', {
      query: { include: ['reasoning.encrypted_content', 'reasoning.secrets'] },
    });
    expect(await failureOf(unknown)).toMatchObject({ status: 400, code: 'invalid_value', param: 'include[1]' });
  });

  it('tries again until it works', async () => {
    const patient = new OpenAI({ apiKey: 'sk-sample', baseURL: server.baseUrl, maxRetries: 2 });
    expect(await patient.responses.retrieve('resp_error_503_once.sdk')).toMatchObject({ status: 'completed' });
  });
});
