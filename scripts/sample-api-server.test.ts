import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createServer, preview } from 'vite';
import { sampleApiServer, sampleReader, startSampleServer, type SampleServer } from './sample-api-server.ts';

const headers = { authorization: 'Bearer sk-sample' };
const root = join(import.meta.dirname, '..');
const open: { readonly close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(options: Parameters<typeof startSampleServer>[0] = {}): Promise<SampleServer> {
  const server = await startSampleServer(options);
  open.push(server);
  return server;
}

describe('startSampleServer', () => {
  it('sends the first piece of a body while the rest is still to come', async () => {
    const gate = new AbortController();
    const released = new Promise<void>((release) => gate.signal.addEventListener('abort', () => release()));
    const { baseUrl } = await start({ wait: () => released });
    const answer = await fetch(`${baseUrl}/responses/resp_slow`, { headers });
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toMatch(/^\{\s+"id": "resp_slow"/);
    gate.abort();
    let rest = '';
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) rest += new TextDecoder().decode(read.value);
    expect(rest).toMatch(/\}$/);
  });

  it('stops making a body whose reader has left', async () => {
    const waits: AbortSignal[] = [];
    const wait = (_milliseconds: number, signal: AbortSignal) => {
      waits.push(signal);
      return new Promise<void>((resume) => signal.addEventListener('abort', () => resume()));
    };
    const { baseUrl } = await start({ wait });
    const leaving = new AbortController();
    const answer = await fetch(`${baseUrl}/responses/resp_slow`, { headers, signal: leaving.signal });
    await answer.body?.getReader().read();
    await expect.poll(() => waits.length).toBe(1);
    leaving.abort();
    await expect.poll(() => waits[0]?.aborted).toBe(true);
    expect(waits).toHaveLength(1);
  });

  it('sends a stream in several reads and without a length', async () => {
    const { baseUrl } = await start();
    const answer = await fetch(`${baseUrl}/responses/resp_sample_refund_agent?stream=true`, { headers });
    expect(answer.headers.has('content-length')).toBe(false);
    const reads = [];
    for await (const piece of answer.body ?? []) reads.push(piece.length);
    expect(reads.length).toBeGreaterThan(1);
  });

  it('says when its port is taken', async () => {
    const { baseUrl } = await start();
    await expect(startSampleServer({ port: Number(new URL(baseUrl).port) })).rejects.toThrow('EADDRINUSE');
  });
});

describe('sampleApiServer', () => {
  const base = { root, configFile: false as const, logLevel: 'silent' as const, plugins: [sampleApiServer()] };

  async function startDev() {
    const server = await createServer({ ...base, server: { port: 0, host: '127.0.0.1', cors: false, hmr: false, watch: null } });
    await server.listen();
    open.push(server);
    return server.httpServer?.address();
  }

  async function startPreview() {
    const server = await preview({ ...base, build: { outDir: 'public' }, preview: { port: 0, host: '127.0.0.1', cors: false } });
    open.push(server);
    return server.httpServer.address();
  }

  it.each([
    ['dev', startDev],
    ['preview', startPreview],
  ])('answers below /sample/v1 of the %s server, CORS its own', async (_name, startSite) => {
    const address = await startSite();
    const site = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`;
    const answer = await fetch(`${site}/sample/v1/responses/resp_sample_hello`, { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-expose-headers')).toBe('X-Request-ID, CF-Ray');
    const preflight = await preflightOf(`${site}/sample/v1/models`);
    expect(preflight).toMatchObject({ status: 204, allowed: expect.stringContaining('authorization') });
    expect((await fetch(`${site}/sample/v12/models`)).headers.has('x-request-id')).toBe(false);
  });
});

/** Sent by hand: `fetch` of Node sends no preflight, and refuses to set its headers. */
function preflightOf(url: string) {
  return new Promise((resolve, reject) => {
    request(
      url,
      { method: 'OPTIONS', headers: { origin: 'https://viewer.example', 'access-control-request-headers': 'authorization' } },
      (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode, allowed: answer.headers['access-control-allow-headers'] });
      },
    )
      .on('error', reject)
      .end();
  });
}

it('reads a sample from the first folder that has it', async () => {
  const read = sampleReader([join(root, 'nowhere'), join(root, 'public/samples')]);
  expect(JSON.parse(await read('index.json'))).toBeInstanceOf(Array);
  await expect(read('nothing.json')).rejects.toThrow('No sample file "nothing.json"');
});
