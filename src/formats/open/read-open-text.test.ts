import { array, assert, constantFrom, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findKeys } from '#base/secret-shape.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import type { OpenRequest, OpenTarget } from './open-request.ts';
import { readOpenText } from './read-open-text.ts';

const UUID = '3f8a2c1e-9b7d-4c6e-8f00-123456789abc';
const OPENAI = 'https://api.openai.com/v1';
const KEY = 'sk-proj-Example_key-123';

/** The ID that is read, or the kind of what is read instead. */
function idOf(text: string): string {
  const request = readOpenText(text);
  return request.kind === 'response' ? request.id : `(${request.kind})`;
}

function open(text: string, viewerUrl: string | null = null): OpenTarget {
  const request = readOpenText(text, { viewerUrl });
  if (request.kind !== 'response') throw new Error(`${text} was read as ${JSON.stringify(request)}`);
  return request;
}

describe('an ID', () => {
  it.each([
    'resp_0a1b2c3d4e5f',
    'resp_1',
    'resp_live_agent.anything',
    'resp_a/b.c',
    UUID,
    'gen-1700000000-AbCdEf',
    'chatcmpl-123abc',
    '7',
    'любой-ид',
    'ABC==',
    `resp_${'a'.repeat(5000)}`,
  ])('stands as it is: %s', (id) => expect(idOf(id)).toBe(id));

  it.each([
    '  resp_1\n',
    '"resp_1"',
    "'resp_1',",
    '`resp_1`',
    '“resp_1”',
    '<resp_1>',
    '(resp_1)',
    '[resp_1];',
    'resp_1.',
    'resp_1:',
    '\uFEFFresp\u200B_1',
    '\u00A0resp_1\u00A0',
    '"id": "resp_1",',
    'id=resp_1',
    'resp_1/input_items',
    'resp_1?stream=true',
  ])('is freed from what surrounds it: %j', (text) => expect(idOf(text)).toBe('resp_1'));

  it('may hold spaces when it is quoted', () => expect(idOf('"my own id"')).toBe('my own id'));

  it('says when it looks cut off, or comes from another API', () => {
    expect(open('resp_0a1b…')).toMatchObject({ id: 'resp_0a1b', notes: [expect.stringContaining('cut off')] });
    expect(open('timeout on resp_0a1b... after 3 s')).toMatchObject({ id: 'resp_0a1b', notes: [expect.stringContaining('cut off')] });
    expect(open('chatcmpl-123abc').notes).toEqual([expect.stringContaining('Chat Completion')]);
    expect(open('gen-1700000000-AbCdEf').notes).toEqual([expect.stringContaining('OpenRouter')]);
  });

  it.each([
    ['msg_0a1b', 'a message'],
    ['call_abc', 'a tool call (its call_id)'],
    ['conv_1', 'a conversation'],
    ['rs_1', 'a reasoning item'],
    ['fc_1', 'a function call item'],
    ['ws_1', 'a web search call'],
    ['thread_1', 'an Assistants thread'],
    ['run_1', 'an Assistants run'],
    ['asst_1', 'an assistant'],
    ['file-1', 'a file'],
    ['vs_1', 'a vector store'],
    ['batch_1', 'a batch'],
    ['req_1', 'an HTTP request (the x-request-id header)'],
    ['https://api.openai.com/v1/responses/msg_1', 'a message'],
    ['ERROR item msg_0a1b2c3d4e failed', 'a message'],
  ])('of something else is named: %s is %s', (text, isA) => {
    expect(readOpenText(text)).toMatchObject({ kind: 'wrong-id', isA, instead: expect.stringMatching(/\.$/) as string });
  });
});

describe('a log line or fragment', () => {
  it.each([
    ['2026-11-20T10:04:11Z WARN run failed id=resp_1 after 3 retries', 'resp_1'],
    ['Timeout waiting for resp_1.', 'resp_1'],
    ['see resp_1.json and the rest', 'resp_1'],
    ['resp_time=120ms resp_id=resp_1 resp_size=4', 'resp_1'],
    [`response_id: ${UUID}, trace ${UUID.replace('3f', '4f')}`, UUID],
    [`took 3 s for ${UUID} (ok)`, UUID],
    ["Response(id='resp_1', object='response', output=[Message(id='msg_2')])", 'resp_1'],
    [`{"created_at": 1, "id": "${UUID}", "object": "response", "output": [{"id": "msg_1"`, UUID],
    ['{"type":"response.completed","data":{"id":"resp_1"}}', 'resp_1'],
    ['{"previous_response_id":"resp_0","id":"resp_1","object":"response", …', 'resp_1'],
    ['{"previous_response_id":"resp_0"}', 'resp_0'],
    ['msg_0a1b2c3d of resp_1 is empty', 'resp_1'],
    ['"POST /v1/responses/resp_1/cancel HTTP/1.1" 200', 'resp_1'],
    ['INFO GET https://api.openai.com/v1/responses/resp_1?stream=true "HTTP/1.1 200 OK"', 'resp_1'],
    ['event: response.created\ndata: {"type":"response.created","response":{"id":"resp_1","object":"response"}}\n\n', 'resp_1'],
    ['use curl to get resp_1 please', 'resp_1'],
  ])('%j leads to %s', (text, id) => expect(idOf(text)).toBe(id));

  it('keeps what an address in it says', () => {
    expect(open('INFO GET https://eu.api.openai.com/v1/responses/resp_1?starting_after=4 200')).toMatchObject({
      baseUrl: 'https://eu.api.openai.com/v1',
      parameters: { startingAfter: '4' },
    });
  });

  it('says what else it saw, and asks when it cannot tell', () => {
    expect(open('response_id=resp_1 parent resp_2').notes).toEqual(['Also in the text: resp_2.']);
    expect(readOpenText('resp_1 then resp_2 then resp_1')).toMatchObject({
      kind: 'unclear',
      candidates: [{ id: 'resp_1' }, { id: 'resp_2' }],
    });
  });

  it.each(['hello there, nothing to see', '…', 'https://example.com/', '{"a": 1}', '{"a":1}', '{"object":"list","data":[]}'])(
    'without an ID is said to have none: %j',
    (text) => expect(readOpenText(text)).toMatchObject({ kind: 'no-id', reason: 'text' }),
  );
});

describe('an API URL', () => {
  it('gives base URL, ID and parameters', () => {
    expect(
      open(
        `${OPENAI}/responses/resp_1?include[]=a.b&include=c,d&include%5B1%5D=a.b&stream=true&starting_after=42&include_obfuscation=false`,
      ),
    ).toMatchObject({
      id: 'resp_1',
      baseUrl: OPENAI,
      parameters: { include: ['a.b', 'c', 'd'], stream: true, startingAfter: '42', includeObfuscation: false },
    });
    expect(open(`${OPENAI}/responses/resp_1`).parameters).toEqual(NO_PARAMETERS);
  });

  it.each([
    [
      'https://mine.openai.azure.com/openai/responses/resp_1?api-version=2025-04-01-preview',
      'https://mine.openai.azure.com/openai?api-version=2025-04-01-preview',
    ],
    ['http://localhost:8080/responses/resp_1', 'http://localhost:8080'],
    ['https://api.deepseek.com/responses/resp_1', 'https://api.deepseek.com'],
    ['http://localhost:8000/v1/responses/resp_1/input_items?limit=5&order=asc', 'http://localhost:8000/v1'],
    ['api.openai.com/v1/responses/resp_1', OPENAI],
    ['localhost:8000/v1/responses/resp_1', 'http://localhost:8000/v1'],
    ['https://me:pass@gw.example/v1/responses/resp_1', 'https://gw.example/v1'],
    ['/v1/responses/resp_1', null],
  ])('%s has the base URL %s', (url, baseUrl) => expect(open(url)).toMatchObject({ id: 'resp_1', baseUrl }));

  it('opens the input for its input items, and names what it leaves out', () => {
    expect(open(`${OPENAI}/responses/resp_1/input_items`).view.view).toBe('input');
    expect(open(`${OPENAI}/responses/resp_1/cancel`).notes).toEqual([expect.stringContaining('only looked at')]);
    expect(open('https://me:pass@gw.example/v1/responses/resp_1').notHonoured).toEqual(['user name and password in the address']);
    expect(JSON.stringify(open('https://me:pass@gw.example/v1/responses/resp_1'))).not.toContain('pass@');
  });

  it('decodes the ID', () => expect(open(`${OPENAI}/responses/a%2Fb%20c`).id).toBe('a/b c'));

  it('without an ID is a list', () =>
    expect(readOpenText(`${OPENAI}/responses`)).toMatchObject({ kind: 'no-id', reason: 'list', baseUrl: OPENAI }));

  it('of the viewer’s own server stays relative', () => {
    expect(open('http://localhost:4173/sample/v1/responses/resp_1', 'http://localhost:4173/').baseUrl).toBe('/sample/v1');
  });
});

describe('a dashboard URL', () => {
  it.each([
    ['https://platform.openai.com/logs/resp_1', OPENAI],
    ['https://platform.openai.com/logs?api=responses&id=resp_1', OPENAI],
    ['https://tracing.example/runs/9?response=resp_1#top', null],
  ])('%s leads to the response at %s', (url, baseUrl) => expect(open(url)).toMatchObject({ id: 'resp_1', baseUrl, parameters: null }));
});

describe('a viewer link', () => {
  it('gives everything it says', () => {
    const link =
      'https://viewer.example/responses/resp_1?include=a,b&stream=true&base_url=http%3A%2F%2Flocalhost%3A8000%2Fv1&view=stream&item=%403&seq=57&q=type%3Adelta';
    expect(open(link)).toMatchObject({
      id: 'resp_1',
      baseUrl: 'http://localhost:8000/v1',
      parameters: { include: ['a', 'b'], stream: true },
      view: { view: 'stream', item: '@3', seq: '57', q: 'type:delta' },
    });
  });

  it('without base_url means OpenAI', () => {
    expect(open('https://viewer.example/responses/resp_1').baseUrl).toBe(OPENAI);
    expect(open('https://tools.example/devtools/responses/resp_1', 'https://tools.example/devtools/').baseUrl).toBe(OPENAI);
    expect(open('http://localhost:8000/responses/resp_1', 'http://localhost:8000').baseUrl).toBe(OPENAI);
  });

  it('may have a relative base URL, never user info', () => {
    expect(open('https://viewer.example/responses/resp_1?base_url=/sample/v1').baseUrl).toBe('/sample/v1');
    expect(open('https://viewer.example/responses/resp_1?base_url=https://a:b@c.example/v1')).toMatchObject({
      baseUrl: 'https://c.example/v1',
      notHonoured: ['user name and password in the address'],
    });
  });
});

describe('a Response itself', () => {
  it.each([
    '{"id":"resp_1","object":"response","output":[]}',
    ' {"type":"response.completed","response":{"id":"x","object":"response","output":[]}}',
    'data: {"type":"response.created","response":{"id":"resp_1"}}\n\nevent: error\ndata: {"code":"x","type": "error"}\n\n',
    '{"format":"responses-devtools.recording","source":{"response_id":"resp_1"},"segments":[]}',
    '{"type":"response.created","response":{"id":"resp_1"}}\n{"type":"response.in_progress","response":{"id":"resp_1"}}',
  ])('is opened as a recording: %s', (text) => expect(readOpenText(text)).toEqual({ kind: 'json', key: null }));

  it('is not taken for one where a single line of its stream tells its ID', () => {
    expect(idOf('data: {"type":"response.created","response":{"id":"resp_1","object":"response"}}')).toBe('resp_1');
  });
});

describe('a key', () => {
  it.each([
    KEY,
    ` "${KEY}", `,
    `Bearer ${KEY}`,
    `OPENAI_API_KEY=${KEY}`,
    `export OPENAI_API_KEY="${KEY}"`,
    `Authorization: Bearer ${KEY}`,
    `my key is ${KEY} ok?`,
  ])('alone is a key: %s', (text) => expect(readOpenText(text)).toEqual({ kind: 'key', key: KEY }));

  it.each([`resp_1 ${KEY}`, `OPENAI_API_KEY=${KEY}\nresp_1`, `GET ${OPENAI}/responses/resp_1\nAuthorization: Bearer ${KEY}`])(
    'beside an ID goes apart: %j',
    (text) => expect(open(text)).toMatchObject({ id: 'resp_1', key: KEY }),
  );

  it('in an address goes apart, with its parameter', () => {
    expect(open(`https://gw.example/v1/responses/resp_1?api-key=abc123def&stream=true&api-version=1`)).toMatchObject({
      id: 'resp_1',
      key: 'abc123def',
      baseUrl: 'https://gw.example/v1?api-version=1',
      parameters: { stream: true },
    });
  });

  it('hidden behind escapes never becomes an ID', () => {
    expect(readOpenText(`${OPENAI}/responses/${KEY.replace('sk-', 'sk%2D')}`)).toEqual({ kind: 'key', key: KEY });
  });
});

describe('any text', () => {
  const pieces = constantFrom(
    KEY,
    'Bearer ',
    'api-key: ',
    'abc123def',
    'resp_1',
    'msg_1',
    'curl ',
    '-H ',
    "'",
    '"',
    '`',
    '\\',
    '^',
    '\n',
    ' ',
    '{',
    '}',
    '"id":',
    'https://h.example/v1/responses/',
    '?include[]=',
    '%',
    '&',
    '=',
    '$',
    '#',
    '-u a:b ',
    '--url ',
    '-',
    'http://',
    '@',
    '\u200B',
    UUID,
    'x'.repeat(50),
    '%2D',
    'sk-',
    'OPENAI_API_KEY=',
  );
  const texts = oneof(
    string(),
    string({ unit: 'binary' }),
    array(oneof(pieces, string({ maxLength: 3 })), { maxLength: 14 }).map((list) => list.join('')),
  );

  it('is read as something, and a key is nowhere but in its place', () => {
    assert(
      property(texts, (text) => {
        expect(keysOutside(readOpenText(text))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('with a key in it never shows that key elsewhere', () => {
    assert(
      property(tuple(texts, texts), ([before, after]) => {
        expect(JSON.stringify({ ...readOpenText(`${before} ${KEY} ${after}`), key: null })).not.toContain(KEY);
      }),
      { numRuns: 500 },
    );
  });
});

/** The keys in every string of a request but the field `key`. */
function keysOutside(request: OpenRequest): readonly string[] {
  const strings: string[] = [];
  JSON.stringify(request, (name, value: unknown) => {
    if (typeof value === 'string' && name !== 'key') strings.push(value);
    return value;
  });
  return strings.flatMap((text) => findKeys(text).map(({ key }) => key));
}
