import { assert, constantFrom, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { NO_PARAMETERS, type RetrieveParameters } from './parameters.ts';
import { buildCancelRequest, buildInputItemsRequest, buildRetrieveRequest, isInsecure, originOf, type BuiltRequest } from './request.ts';

const PAGE = 'https://viewer.example';
const CONNECTION: Connection = {
  id: 'c1',
  presetId: 'custom',
  baseUrl: 'https://api.example/v1',
  auth: { kind: 'bearer' },
  organization: '',
  project: '',
  headers: [],
};

function retrieve(
  connection: Partial<Connection>,
  {
    key = 'sk-test',
    id = 'resp_1',
    page = PAGE,
    parameters = NO_PARAMETERS,
  }: { key?: string; id?: string; page?: string | null; parameters?: RetrieveParameters } = {},
): BuiltRequest {
  return buildRetrieveRequest({ ...CONNECTION, ...connection }, key, id, parameters, page);
}

function urlOf(request: BuiltRequest): string {
  return request.ok ? request.url : `refused: ${request.failure.problem} ${request.failure.detail}`;
}

function headersOf(request: BuiltRequest): string[] {
  return request.ok
    ? request.headers.map(({ name, value }) => `${name}: ${value}`)
    : [`refused: ${request.failure.problem} ${request.failure.detail}`];
}

describe('the URL', () => {
  it.each([
    ['https://api.example/v1', 'https://api.example/v1/responses/resp_1'],
    ['https://api.example/v1///', 'https://api.example/v1/responses/resp_1'],
    ['https://api.example', 'https://api.example/responses/resp_1'],
    [' https://API.example:443/v1#top ', 'https://api.example/v1/responses/resp_1'],
    ['/sample/v1', 'https://viewer.example/sample/v1/responses/resp_1'],
    ['https://a.example/openai?api-version=2025-04-01-preview', 'https://a.example/openai/responses/resp_1?api-version=2025-04-01-preview'],
    ['api.example/v1', 'refused: base-url api.example/v1'],
    ['localhost:8000/v1', 'refused: base-url localhost:8000/v1'],
    ['//api.example/v1', 'refused: base-url //api.example/v1'],
    ['ftp://api.example', 'refused: base-url ftp://api.example'],
    ['', 'refused: base-url '],
    ['https://me:secret@api.example/v1', 'refused: user-info api.example'],
    ['https://{resource}.openai.azure.com/openai/v1', 'refused: placeholder {resource}'],
    ['http://api.example/v1', 'refused: mixed-content http://api.example'],
    ['http://localhost:8000/v1', 'http://localhost:8000/v1/responses/resp_1'],
    ['http://192.168.1.20:8000/v1', 'http://192.168.1.20:8000/v1/responses/resp_1'],
  ])('from the base URL %j is %s', (baseUrl, url) => expect(urlOf(retrieve({ baseUrl }))).toBe(url));

  it('asks a plain http server from a plain http page', () => {
    expect(urlOf(retrieve({ baseUrl: 'http://api.example' }, { page: 'http://viewer.example' }))).toBe(
      'http://api.example/responses/resp_1',
    );
  });

  it('cannot be relative where the page has no origin', () => {
    expect(urlOf(retrieve({ baseUrl: '/sample/v1' }, { page: null }))).toBe('refused: base-url /sample/v1');
  });

  it('puts the parameters behind the query of the base URL', () => {
    const parameters = { include: ['a.b', 'c d'], stream: false, startingAfter: '42', includeObfuscation: true };
    const url = urlOf(retrieve({ baseUrl: 'https://a.example/openai?api-version=v1' }, { parameters }));
    expect(url).toBe(
      'https://a.example/openai/responses/resp_1?api-version=v1&include%5B%5D=a.b&include%5B%5D=c+d&stream=false&starting_after=42&include_obfuscation=true',
    );
  });

  it.each(['', '.', '..'])('refuses the ID %j, which a URL cannot carry', (id) => {
    expect(urlOf(retrieve({}, { id }))).toBe(`refused: response-id ${id}`);
  });

  it('carries every other ID unharmed', () => {
    const ids = string({ minLength: 1, unit: 'grapheme' }).filter((id) => id !== '.' && id !== '..');
    assert(
      property(ids, (id) => {
        const path = new URL(urlOf(retrieve({}, { id }))).pathname;
        expect(decodeURIComponent(path.replace('/v1/responses/', ''))).toBe(id);
      }),
    );
    expect(urlOf(retrieve({}, { id: 'half \ud800' }))).toContain('/half%20%EF%BF%BD');
  });
});

describe('the headers', () => {
  it('are as few as work', () => {
    expect(headersOf(retrieve({}))).toEqual(['Accept: application/json', 'Authorization: Bearer sk-test']);
    expect(headersOf(retrieve({ auth: { kind: 'none' } }))).toEqual(['Accept: application/json']);
    expect(headersOf(retrieve({ auth: { kind: 'header', name: 'api-key' } }))).toEqual(['Accept: application/json', 'api-key: sk-test']);
    expect(headersOf(retrieve({}, { key: ' ' }))).toEqual(['Accept: application/json']);
    expect(headersOf(retrieve({}, { key: 'Bearer sk-test\n' }))).toContain('Authorization: Bearer sk-test');
  });

  it('ask for events when a stream is asked for', () => {
    expect(headersOf(retrieve({}, { parameters: { ...NO_PARAMETERS, stream: true } }))[0]).toBe('Accept: text/event-stream');
  });

  it('name organization and project only when they are filled in, and add the user’s own', () => {
    const request = retrieve({ organization: 'org-1', project: ' proj_1 ', headers: [{ name: 'X-Team', value: ' blue ' }] });
    expect(headersOf(request).slice(2)).toEqual(['OpenAI-Organization: org-1', 'OpenAI-Project: proj_1', 'X-Team: blue']);
    expect(headersOf(retrieve({ headers: [{ name: 'accept', value: 'text/plain' }] }))).toEqual([
      'Authorization: Bearer sk-test',
      'accept: text/plain',
    ]);
  });

  it.each([
    ['Cookie', 'a=b', 'refused: header Cookie'],
    ['Sec-Fetch-Mode', 'cors', 'refused: header Sec-Fetch-Mode'],
    ['proxy-authorization', 'x', 'refused: header proxy-authorization'],
    ['Host', 'api.example', 'refused: header Host'],
    ['no spaces', 'x', 'refused: header-name no spaces'],
    ['', 'x', 'refused: header-name '],
    ['X-Note', 'two\nlines', 'refused: header-value X-Note'],
    ['authorization', 'Bearer other', 'refused: header-twice authorization'],
  ])('refuse %j: %j by name', (name, value, expected) => expect(headersOf(retrieve({ headers: [{ name, value }] }))).toEqual([expected]));

  it('never repeat a key that cannot be sent', () => {
    const request = retrieve({}, { key: 'sk-proj-…abcd' });
    expect(headersOf(request)).toEqual(['refused: key Authorization']);
    expect(JSON.stringify(request)).not.toContain('abcd');
  });
});

describe('the siblings', () => {
  it('page through input items and cancel', () => {
    const query = { after: 'msg_1', limit: 50, order: 'asc', include: ['x'] } as const;
    const list = buildInputItemsRequest(CONNECTION, null, 'a/b', query, PAGE);
    expect(urlOf(list)).toBe('https://api.example/v1/responses/a%2Fb/input_items?include%5B%5D=x&limit=50&order=asc&after=msg_1');
    expect(buildCancelRequest(CONNECTION, 'k', 'resp_1', PAGE)).toMatchObject({
      method: 'POST',
      url: 'https://api.example/v1/responses/resp_1/cancel',
    });
  });
});

describe('originOf and isInsecure', () => {
  it.each([
    ['https://api.example/v1', 'https://api.example', false],
    ['http://api.example/v1', 'http://api.example', true],
    ['http://192.168.0.7:8000/v1', 'http://192.168.0.7:8000', true],
    ['http://127.0.0.1:8000/v1', 'http://127.0.0.1:8000', false],
    ['http://[::1]:8000/v1', 'http://[::1]:8000', false],
    ['http://app.localhost/v1', 'http://app.localhost', false],
    ['/sample/v1', PAGE, false],
    ['nonsense', null, false],
  ])('of %s are %s and %s', (baseUrl, origin, insecure) => {
    expect(originOf(baseUrl, PAGE)).toBe(origin);
    expect(isInsecure(baseUrl, PAGE)).toBe(insecure);
  });

  it('hold for any text', () => {
    assert(
      property(tuple(string(), constantFrom(PAGE, null, 'null')), ([baseUrl, page]) => {
        expect(typeof isInsecure(baseUrl, page)).toBe('boolean');
        expect(buildRetrieveRequest({ ...CONNECTION, baseUrl }, null, 'resp_1', NO_PARAMETERS, page)).toHaveProperty('ok');
      }),
    );
  });
});
