import { expect, it } from 'vitest';
import type { BuildFiles } from './build-files.ts';
import { ownRequest } from './own-request.ts';

const BUILD: BuildFiles = { id: '1', start: ['assets/index-a.js', 'icon.svg'], views: ['samples/hello.json'], rest: ['samples/hello.sse'] };
const SCOPE = 'https://viewer.example/tools/';

function ask(
  url: string,
  { method = 'GET', mode = 'cors', headers = {} }: { method?: string; mode?: RequestMode; headers?: HeadersInit } = {},
) {
  return ownRequest({ url, method, mode, headers: new Headers(headers) }, SCOPE, BUILD);
}

it.each([
  ['assets/index-a.js', 'hashed file'],
  ['assets/of-another-build-b.js', 'hashed file'],
  ['icon.svg', 'plain file'],
  ['samples/hello.json', 'plain file'],
  ['samples/hello.sse', 'plain file'],
])('answers for the file %s', (path, kind) => {
  expect(ask(SCOPE + path)).toBe(kind);
});

it.each(['', '?notes=1', 'index.html', 'responses/resp_1', 'responses/a%2Fb?view=raw', 'responses/resp_1/input_items', 'recordings/00ff'])(
  'answers for the page at "%s"',
  (path) => {
    expect(ask(SCOPE + path, { mode: 'navigate' })).toBe('page');
  },
);

it.each([
  ['the API that this page may be asking at its own address', `${SCOPE}responses/resp_1`],
  ['an API below the base path', `${SCOPE}v1/responses/resp_1`],
  ['the sample API at the root', 'https://viewer.example/sample/v1/responses/resp_1'],
  ['the sample API below the base path', `${SCOPE}sample/v1/responses/resp_1`],
  ['another host', 'https://api.example/tools/assets/index-a.js'],
  ['another scheme', 'http://viewer.example/tools/assets/index-a.js'],
  ['another folder', 'https://viewer.example/assets/index-a.js'],
  ['a folder that begins alike', 'https://viewer.example/tools-two/icon.svg'],
  ['a file that no build has', `${SCOPE}samples/unknown.json`],
  ['a file with a query', `${SCOPE}icon.svg?key=sk-1`],
  ['a script with a query', `${SCOPE}assets/index-a.js?api_key=sk-1`],
])('leaves %s alone', (_, url) => {
  expect(ask(url)).toBeNull();
});

it('leaves navigations to what is not the viewer alone', () => {
  for (const path of ['sample/v1/responses/resp_1', 'samples/hello.json', 'docs/', 'v1/models', 'service-worker.js'])
    expect(ask(SCOPE + path, { mode: 'navigate' }), path).toBeNull();
});

it('leaves everything alone that carries a key or changes something', () => {
  for (const path of ['assets/index-a.js', 'icon.svg', '']) {
    expect(ask(SCOPE + path, { headers: { Authorization: 'Bearer sk-1' } }), path).toBeNull();
    for (const method of ['POST', 'DELETE', 'HEAD', 'OPTIONS']) expect(ask(SCOPE + path, { method }), `${method} ${path}`).toBeNull();
  }
});
