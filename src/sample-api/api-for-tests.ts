import type { JsonObject } from '#base/json.ts';
import { formatEventFrame } from '#protocol/event-stream.ts';
import { assistantMessage, plainResponse } from './plain-response.ts';
import { createSampleApi, type SampleApiOptions } from './sample-api.ts';

const message = assistantMessage('msg_1', 'Hello');
const plain = plainResponse('resp_plain', [message]);
const ran: JsonObject = { ...plainResponse('resp_ran', [message]), background: true, model: 'o4-mini', created_at: 1_700_000_000 };

/** Three events, numbered from 0, written as servers write them: one with padding, one comment, CRLF, a sentinel. */
const stream = [
  formatEventFrame({
    event: 'response.created',
    id: null,
    data: JSON.stringify({ type: 'response.created', sequence_number: 0, response: { id: 'resp_ran' } }),
  }),
  ': keepalive\r\n\r\n',
  'event: response.output_text.delta\r\ndata: {"type": "response.output_text.delta", "sequence_number": 1, "delta": "Hé", "obfuscation": "xK2"}\r\n\r\n',
  'data: {"type":"response.completed","sequence_number":2.0}\n\n',
  'data: [DONE]\n\n',
].join('');

const files: Readonly<Record<string, string>> = {
  'index.json': JSON.stringify([
    { id: 'resp_plain', body: 'plain.json', stream: null, input: 'plain.input.json' },
    { id: 'resp_ran', body: 'ran.json', stream: 'ran.sse', input: null },
    { id: 'resp_sample_background_report', body: 'report.json', stream: 'ran.sse', input: null },
    { id: 'resp_running', body: 'running.json', stream: null, input: null },
  ]),
  'plain.json': JSON.stringify(plain).replace('"top_p":1', '"top_p": 1.0'),
  'plain.input.json': JSON.stringify(
    Array.from({ length: 25 }, (_, index) => ({ id: `in_${index}`, type: 'message', role: 'user', content: [] })),
  ),
  'ran.json': JSON.stringify(ran),
  'ran.sse': stream,
  'report.json': JSON.stringify({ ...ran, id: 'resp_sample_background_report' }),
  'running.json': JSON.stringify({ ...ran, id: 'resp_running', status: 'in_progress', completed_at: null, usage: null }),
};

async function readSample(fileName: string): Promise<string> {
  const text = files[fileName];
  if (text === undefined) throw new Error(`no ${fileName}`);
  return text;
}

/** A sample API over three tiny responses, and a way to ask it below `/sample/v1` with the right key. */
export function startTestApi(options: Partial<SampleApiOptions> = {}) {
  const app = createSampleApi({ readSample, ...options });
  const ask = async (path: string, init: RequestInit = {}) =>
    app.request(`/sample/v1${path}`, {
      ...init,
      headers: { authorization: 'Bearer sk-sample', ...(init.headers as Record<string, string> | undefined) },
    });
  const askJson = async (path: string, init?: RequestInit) => (await ask(path, init)).json() as Promise<JsonObject>;
  return { app, ask, askJson };
}
