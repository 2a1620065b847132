import { assert, property, webUrl } from 'fast-check';
import { expect, it } from 'vitest';
import { providerById, providerForBaseUrl, PROVIDERS } from '#protocol/providers.ts';
import { suggestBaseUrl } from './suggest-base-url.ts';

it.each([
  ['https://api.openai.com', 'https://api.openai.com/v1'],
  ['https://api.openai.com/', 'https://api.openai.com/v1'],
  ['api.openai.com/v1', 'https://api.openai.com/v1'],
  ['https://api.openai.com/v1/responses', 'https://api.openai.com/v1'],
  ['https://api.openai.com/v1/responses/resp_1?x=1', 'https://api.openai.com/v1?x=1'],
  ['https://api.openai.com/v1/chat/completions', 'https://api.openai.com/v1'],
  ['https://api.openai.com/v1/v1', 'https://api.openai.com/v1'],
  ['https://api.openai.com/v1', null],
  ['https://api.openai.com/v1/', null],
  ['localhost:11434', 'http://localhost:11434/v1'],
  ['https://openrouter.ai', 'https://openrouter.ai/api/v1'],
  ['https://openrouter.ai/api', 'https://openrouter.ai/api/v1'],
  ['https://mine.openai.azure.com', 'https://mine.openai.azure.com/openai/v1'],
  ['https://mine.openai.azure.com/openai/deployments/gpt?api-version=v1', 'https://mine.openai.azure.com/openai?api-version=v1'],
  ['https://gateway.example/openai', 'https://gateway.example/openai/v1'],
  ['/sample/v1', null],
  ['', null],
  ['not a url at all', null],
])('for %j suggests %s', (baseUrl, suggestion) => expect(suggestBaseUrl(baseUrl, providerForBaseUrl(baseUrl))).toBe(suggestion));

it('never doubts a preset, nor its own suggestion', () => {
  for (const provider of PROVIDERS) expect(suggestBaseUrl(provider.baseUrl.replace('{resource}', 'mine'), provider)).toBeNull();
  assert(
    property(webUrl({ withQueryParameters: true }), (url) => {
      const suggestion = suggestBaseUrl(url, providerById('custom'));
      expect(suggestBaseUrl(suggestion ?? '', providerById('custom'))).toBeNull();
    }),
  );
});
