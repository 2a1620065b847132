import { array, assert, asyncProperty, constantFrom, record, string, stringMatching, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { recordStream } from '#model/record-stream.ts';
import type { Recording, RecordingSource } from '#model/recording.ts';
import { drawStream } from '#testing/event-drawing.ts';
import { exportChoices } from './export-formats.ts';
import type { ExportContext } from './export-format.ts';

const BYTES = new TextEncoder().encode(drawStream('0 created {"response":{"id":"resp_x","output":[]}}\n[DONE]'));
const SOURCE: RecordingSource = { kind: 'paste' };

async function write(recording: Recording, id: string, request: ExportContext['request'] = null): Promise<string> {
  const parts = await exportChoices(recording)
    .find((choice) => choice.id === id)
    ?.write({ request, now: 0 });
  return (parts ?? []).map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part))).join('');
}

it('offers of a stream what holds streams, and of every recording its response', () => {
  const response = { id: 'resp_x' };
  const json: Recording = { kind: 'json', source: SOURCE, bytes: new Uint8Array([123, 125]), text: '{}', response, receivedAt: 0 };
  expect(exportChoices(json).map(({ id }) => id)).toEqual(['response-json']);
  expect(exportChoices(recordStream(BYTES, SOURCE, 0)).map(({ extension }) => extension)).toEqual([
    'sse',
    'jsonl',
    'recording.json',
    'json',
  ]);
});

it('writes a body as it was received, and a stream as it folded', async () => {
  const text = '{"id" : "resp_x",\r\n"n":1.0}';
  const json: Recording = { kind: 'json', source: SOURCE, bytes: new TextEncoder().encode(text), text, response: {}, receivedAt: 0 };
  expect(await write(json, 'response-json')).toBe(text);
  expect(JSON.parse(await write(recordStream(BYTES, SOURCE, 0), 'response-json'))).toEqual({ id: 'resp_x', output: [] });
});

it('writes JSON lines without times where nobody noted any', async () => {
  expect((await write(recordStream(BYTES, SOURCE, 0), 'stream-jsonl')).split('\n')).toEqual([
    '{"event":{"type":"response.created","sequence_number":0,"response":{"id":"resp_x","output":[]}}}',
    '{"data":"[DONE]"}',
    '',
  ]);
});

it('never writes a secret, whatever headers, parameters and addresses carry it', async () => {
  const secret = stringMatching(/^[A-Za-z0-9_~.-]{12,40}$/).map((text) => `S3cret${text}`);
  const name = constantFrom(
    'Authorization',
    'api-key',
    'X-Goog-Api-Key',
    'Cookie',
    'X-Team',
    'cf-access-client-secret',
    'OpenAI-Organization',
  );
  const value = constantFrom<(key: string) => string>(
    (key) => `Bearer ${key}`,
    (key) => key,
    (key) => `Basic ${key}`,
    (key) => `id=${key}; Path=/`,
  );
  const url = constantFrom<(key: string) => string>(
    (key) => `https://api.example/v1?api-key=${key}&api-version=1`,
    (key) => `https://user:${key}@api.example/v1`,
    (key) => `/sample/v1?subscription_token=${key}`,
    (key) => `https://api.example/v1?q=sk-${key.replaceAll(/[^\w-]/g, '')}`,
  );
  await assert(
    asyncProperty(
      record({ secret, url, headers: array(tuple(name, value)), id: string() }),
      async ({ secret: key, url: at, headers, id }) => {
        const parameters = { include: [], stream: true, startingAfter: null, includeObfuscation: null };
        const source: RecordingSource = { kind: 'api', responseId: id, baseUrl: at(key), parameters, requestId: null };
        const request = { method: 'GET', url: at(key), headers: headers.map(([header, make]) => ({ name: header, value: make(key) })) };
        const recording = recordStream(BYTES, source, 0);
        for (const choice of exportChoices(recording)) {
          const text = await write(recording, choice.id, request);
          expect(text).not.toContain(key);
          expect(text).not.toContain(key.replaceAll(/[^\w-]/g, ''));
        }
      },
    ),
  );
});

it('tells what was asked for', async () => {
  const parameters = { include: ['reasoning.encrypted_content'], stream: true, startingAfter: '4', includeObfuscation: null };
  const source: RecordingSource = { kind: 'api', responseId: 'resp_x', baseUrl: 'https://api.example/v1', parameters, requestId: 'req_1' };
  const headers = [
    { name: 'Accept', value: 'text/event-stream' },
    { name: 'Authorization', value: 'Bearer •••' },
  ];
  const request = { method: 'GET', url: 'https://api.example/v1/responses/resp_x?stream=true', headers };
  expect(JSON.parse(await write(recordStream(BYTES, source, 5), 'recording-json', request))).toEqual({
    format: 'responses-devtools.recording',
    version: 1,
    exported_at: 0,
    response_id: 'resp_x',
    source: {
      kind: 'api',
      base_url: 'https://api.example/v1',
      response_id: 'resp_x',
      parameters: { include: ['reasoning.encrypted_content'], stream: true, starting_after: '4', include_obfuscation: null },
      request_id: 'req_1',
    },
    request,
    started_at: null,
    backlog: 2,
    is_original: false,
    received_at: 5,
    ending: 'cut-off',
    segments: [{ text: new TextDecoder().decode(BYTES) }],
  });
});
