import { array, assert, constantFrom, option, property, record, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOpenText } from '#formats/open/read-open-text.ts';
import { shellWords } from '#formats/open/shell-words.ts';
import { curlCommand } from './curl.ts';

const URL = 'https://api.example/v1/responses/resp_1';

describe('curlCommand', () => {
  it('writes one option a line and a variable for the key', () => {
    const headers = [
      { name: 'Accept', value: 'application/json' },
      { name: 'Authorization', value: 'Bearer sk-test-1234' },
      { name: 'X-Note', value: "it's" },
    ];
    expect(curlCommand({ url: URL, headers, keyVariable: 'OPENAI_API_KEY' })).toBe(
      [
        `curl '${URL}' \\`,
        "  -H 'Accept: application/json' \\",
        '  -H "Authorization: Bearer $OPENAI_API_KEY" \\',
        String.raw`  -H 'X-Note: it'\''s'`,
      ].join('\n'),
    );
  });

  it('names the method, keeps brackets from curl, and an empty header', () => {
    expect(curlCommand({ url: `${URL}?a[]=1`, method: 'POST', headers: [{ name: 'X-Empty', value: '' }] })).toBe(
      `curl '${URL}?a[]=1' \\\n  --globoff \\\n  -X POST \\\n  -H 'X-Empty;'`,
    );
  });

  it.each([
    [{ name: 'api-key', value: 'plain' }, '"api-key: $API_KEY"'],
    [{ name: 'Cookie', value: 'a=b' }, '"Cookie: $API_KEY"'],
    [{ name: 'X-Team-Token', value: 'plain' }, '"X-Team-Token: $API_KEY"'],
    [{ name: 'X-Mine', value: 'plain' }, '"X-Mine: $API_KEY"'],
    [{ name: 'X-Other', value: '$5! sk-test-1234' }, `"X-Other: \\$5"'!'" $API_KEY"`],
    [{ name: 'Authorization', value: 'Basic YTpi' }, '"Authorization: Basic $API_KEY"'],
  ])('hides the secret of %j', (header, quoted) => {
    expect(curlCommand({ url: URL, headers: [header], keyHeader: 'x-mine' })).toContain(`-H ${quoted}`);
  });

  it('hides a key in the URL', () => {
    expect(curlCommand({ url: `${URL}?api-key=abc123def&x=1`, headers: [] })).toBe(`curl "${URL}?api-key=$API_KEY&x=1"`);
  });

  const headerNames = constantFrom('X-One', 'X-Two', 'OpenAI-Beta', 'Traceparent');
  const headerValues = string({ minLength: 1 })
    .map((value) => value.trim())
    .filter((value) => value !== '');

  it('is understood by a shell as it was meant', () => {
    assert(
      property(array(record({ name: headerNames, value: headerValues }), { maxLength: 4 }), (headers) => {
        const words = shellWords(curlCommand({ url: URL, headers }));
        expect(words).toEqual(['curl', URL, ...headers.flatMap(({ name, value }) => ['-H', `${name}: ${value}`])]);
      }),
    );
  });

  it('opens again as the request that it came from', () => {
    const ids = string({ minLength: 1, unit: 'grapheme' })
      .filter((id) => !/^[./]+$|[/.]$|^\s|\s$/.test(id))
      .map((id) => `resp_${id}x`);
    const includes = array(constantFrom('a.b', 'c d', 'é'), { maxLength: 2 }).map((list) => [...new Set(list)]);
    assert(
      property(tuple(ids, includes, option(constantFrom('sk-test-1234', 'plain secret 1')), headerValues), ([id, include, key, value]) => {
        const query = new URLSearchParams(include.map((one) => ['include[]', one])).toString();
        const url = `https://api.example/v1/responses/${encodeURIComponent(id)}${query === '' ? '' : `?${query}`}`;
        const headers = [...(key === null ? [] : [{ name: 'Authorization', value: `Bearer ${key}` }]), { name: 'X-One', value }];
        const command = curlCommand({ url, headers });
        expect(command).not.toContain(key ?? '\u0000');
        expect(readOpenText(command)).toMatchObject({
          kind: 'response',
          id,
          baseUrl: 'https://api.example/v1',
          parameters: { include },
          auth: key === null ? null : { kind: 'bearer' },
          key: null,
          headers: [{ name: 'X-One', value }],
        });
      }),
      { numRuns: 500 },
    );
  });
});
