import { describe, expect, it } from 'vitest';
import { findKeys, keyIn, looksLikeKey, redactKeys } from './secret-shape.ts';

const AZURE = 'a1B2c3D4e5'.repeat(5) + 'f6JQQJ99BKACYeBjFXJ3w3AAAB';
const TOKEN = 'eyJhbGciOiJub25lIn0.eyJhdWQiOiJ0ZXN0In0.c2lnbmF0dXJl';

function keysIn(text: string): string[] {
  return findKeys(text).map(({ key }) => key);
}

describe('findKeys', () => {
  it.each([
    'sk-proj-Ab_1-cdefGH',
    'sk-ant-api03-abcdef123',
    'sk-or-v1-0123abcd',
    'xai-0123456789abcdefghij',
    'gsk_0123456789abcdefgh',
    AZURE,
    TOKEN,
  ])('knows %s by its shape', (key) => {
    expect(keysIn(`10:04 WARN using <${key}> for resp_1`)).toEqual([key]);
    expect(looksLikeKey(` ${key} `)).toBe(true);
  });

  it.each([
    ['-H "api-key: 0123456789abcdef0123456789abcdef"', '0123456789abcdef0123456789abcdef'],
    ['Authorization: Bearer local-7-key', 'local-7-key'],
    ['authorization = Basic dXNlcjpwYXNz', null],
    ['{"apiKey": "k3y-of-mine"}', 'k3y-of-mine'],
    ["export VLLM_API_KEY='abc123def'", 'abc123def'],
    ['https://api.example/v1?api-key=abc123def&x=1', 'abc123def'],
    ['Ocp-Apim-Subscription-Key: 99aa88bb77', '99aa88bb77'],
  ])('finds the labelled key in %s', (text, key) => expect(keysIn(text)).toEqual(key === null ? [] : [key]));

  it.each([
    'Authorization: Bearer $OPENAI_API_KEY',
    'api-key: <your key>',
    'Missing bearer authentication in header',
    'the risk-assessment-of-everything task',
    'resp_0123456789abcdef0123456789abcdef',
    '3f8a2c1e-0000-4000-8000-123456789abc',
    'prompt_cache_key: customer-1234',
    'api_key: null',
  ])('leaves %s alone', (text) => expect(keysIn(text)).toEqual([]));

  it('searches megabytes of base64 in no time', () => {
    const text = 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0NTY3'.repeat(50_000);
    expect(keysIn(`${text} sk-proj-123456`)).toEqual(['sk-proj-123456']);
  });
});

describe('keyIn', () => {
  it.each([
    ['sk-1234', 'sk-1234'],
    ['Bearer sk-sample', 'sk-sample'],
    ['OPENAI_API_KEY=sk-sample', 'sk-sample'],
    ['export MY_TOKEN="swordfish"', 'swordfish'],
    ['$env:OPENAI_API_KEY = "sk-proj-abcdef"', 'sk-proj-abcdef'],
    ['"Authorization": "Bearer abcdef1"', 'abcdef1'],
    ['resp_1', null],
    ['resp_1 sk-proj-abcdef', null],
    ['sk-proj-abcdef and sk-proj-ghijkl', null],
    ['OPENAI_API_KEY=$OTHER', null],
    ['', null],
  ])('reads %j as %j', (text, key) => expect(keyIn(text)).toBe(key));
});

describe('redactKeys', () => {
  it('replaces each key and nothing else', () => {
    expect(redactKeys('a sk-proj-abcdef b Bearer abc123def c', '•')).toBe('a • b Bearer • c');
    expect(redactKeys('no key here')).toBe('no key here');
  });
});
