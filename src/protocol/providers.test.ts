import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providerById, providerForBaseUrl, PROVIDERS } from './providers.ts';

const PAGE = 'https://viewer.example';

describe('PROVIDERS', () => {
  it('have IDs and titles of their own, and everyone says something up front', () => {
    expect(new Set(PROVIDERS.map(({ id }) => id)).size).toBe(PROVIDERS.length);
    expect(new Set(PROVIDERS.map(({ title }) => title)).size).toBe(PROVIDERS.length);
    for (const provider of PROVIDERS) {
      const sentences = [...provider.notes, provider.retention, ...provider.whenUnreachable];
      expect(sentences.every((sentence) => /^\S.*\.$/.test(sentence))).toBe(true);
      expect(provider.notes.length).toBeGreaterThan(0);
    }
  });

  it('say what to do where there is no retrieval or no way in from a page', () => {
    for (const provider of PROVIDERS.filter(({ canRetrieve, reachability }) => canRetrieve === 'no' || reachability === 'blocked')) {
      expect(provider.notes.join(' ')).toMatch(/paste/i);
    }
  });

  it('are found by ID; an unknown one is a custom server', () => {
    expect(providerById('vllm').title).toBe('vLLM');
    expect(providerById('gone').id).toBe('custom');
  });
});

describe('providerForBaseUrl', () => {
  it.each(
    PROVIDERS.flatMap(({ id, baseUrl, variants }) =>
      [baseUrl, ...variants.map((variant) => variant.baseUrl)].map((url) => [url, id] as const),
    ),
  )('takes %j for %s', (url, id) => expect(providerForBaseUrl(url.replace('{resource}', 'mine'), PAGE).id).toBe(id));

  it.each([
    ['https://mine.services.ai.azure.com/openai/v1/', 'azure'],
    ['https://mine.openai.azure.com/openai/v1?api-version=preview', 'azure'],
    ['http://127.0.0.1:8000/v1', 'vllm'],
    ['http://192.168.1.9:11434/v1', 'ollama'],
    ['http://gpu.example:8000/v1', 'custom'],
    ['https://api.openai.com.evil.example/v1', 'custom'],
    ['https://notopenai.azure.com.example/openai/v1', 'custom'],
    ['https://viewer.example/tools/sample/v1', 'sample'],
    ['http://localhost:4173/sample/v1', 'sample'],
    ['https://elsewhere.example/sample/v1', 'custom'],
    ['http://localhost:3000/v1', 'custom'],
    ['not a url', 'custom'],
  ])('takes %j for %s', (url, id) => expect(providerForBaseUrl(url, PAGE).id).toBe(id));

  it('answers for any text', () => {
    assert(
      property(string(), (text) => {
        expect(PROVIDERS).toContain(providerForBaseUrl(text));
      }),
    );
  });
});
