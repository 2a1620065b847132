import { describe, expect, it } from 'vitest';
import type { OpenTarget } from './open-request.ts';
import { readOpenText } from './read-open-text.ts';

const URL = 'https://api.openai.com/v1/responses/resp_1';
const KEY = 'sk-proj-Example_key-123';

function open(text: string): OpenTarget {
  const request = readOpenText(text);
  if (request.kind !== 'response') throw new Error(`${text} was read as ${JSON.stringify(request)}`);
  return request;
}

describe('a curl command', () => {
  it.each([
    ['as documented', `curl ${URL} \\\n  -H "Content-Type: application/json" \\\n  -H "Authorization: Bearer ${KEY}"`],
    ['with a prompt', `$ curl -sS '${URL}' -H 'authorization: bearer ${KEY}' | jq .`],
    ['with joined options', `curl -sSLfH'Authorization: Bearer ${KEY}' --url ${URL}`],
    ['for cmd.exe', `curl ^"${URL}^" ^\r\n  -H ^"authorization: Bearer ${KEY}^"`],
    ['for PowerShell', `curl.exe "${URL}" \`\r\n  -H "Authorization: Bearer ${KEY}"`],
    ['with C quoting', `curl $'${URL}' -H $'Authorization:\\x20Bearer ${KEY}'`],
    ['without continuation marks', `curl ${URL}\n  -H "Authorization: Bearer ${KEY}"`],
    ['with a variable set before', `export OPENAI_API_KEY=${KEY}\ncurl ${URL} -H "Authorization: Bearer $OPENAI_API_KEY"`],
    ['with a variable set on its line', `TOKEN=${KEY} /usr/bin/curl ${URL} --header "Authorization: Bearer \${TOKEN}"`],
    ['with --oauth2-bearer', `curl --oauth2-bearer ${KEY} ${URL}`],
    ['without a scheme, in a sentence', `This fails: curl https://api.openai.com/v1/responses/resp_1 -H "Authorization: Bearer ${KEY}"`],
  ])('%s is read', (_, text) => {
    expect(open(text)).toMatchObject({
      id: 'resp_1',
      baseUrl: 'https://api.openai.com/v1',
      auth: { kind: 'bearer' },
      key: KEY,
      headers: [],
    });
  });

  it('gives query, organization, project and other headers', () => {
    const target = open(
      `curl -G ${URL} -d stream=true --data-urlencode 'include[]=a b' -H 'OpenAI-Organization: org-1' -H 'OpenAI-Project: proj_1' -H 'OpenAI-Beta: x=1' -H 'Accept: */*' -H 'X-Empty;' -H 'X-Gone:'`,
    );
    expect(target).toMatchObject({
      organization: 'org-1',
      project: 'proj_1',
      parameters: { stream: true, include: ['a b'] },
      auth: null,
      key: null,
    });
    expect(target.headers).toEqual([
      { name: 'OpenAI-Beta', value: 'x=1' },
      { name: 'X-Empty', value: '' },
    ]);
  });

  it.each([
    ['-H "api-key: 0123456789abcdef0123456789abcdef"', { kind: 'header', name: 'api-key' }, '0123456789abcdef0123456789abcdef'],
    ['-H "X-Api-Key: local"', { kind: 'header', name: 'X-Api-Key' }, 'local'],
    ['-H "Ocp-Apim-Subscription-Key: abc"', { kind: 'header', name: 'Ocp-Apim-Subscription-Key' }, 'abc'],
    ['-u me:pass', { kind: 'header', name: 'Authorization' }, 'Basic bWU6cGFzcw=='],
    ['-H "Authorization: Token abc"', { kind: 'header', name: 'Authorization' }, 'Token abc'],
    ['-H "Authorization: Bearer $OPENAI_API_KEY"', { kind: 'bearer' }, null],
    ['-H "Authorization: Bearer %OPENAI_API_KEY%"', { kind: 'bearer' }, null],
    ['-H "Authorization: Bearer <your key>"', { kind: 'bearer' }, null],
    ['-H "Authorization: Bearer YOUR_API_KEY"', { kind: 'bearer' }, null],
    ['', null, null],
  ])('authenticates with %s', (options, auth, key) => expect(open(`curl ${URL} ${options}`)).toMatchObject({ auth, key }));

  it('says where a key is that it cannot see', () => {
    expect(open(`curl ${URL} -H "Authorization: Bearer $OPENAI_API_KEY"`).notes).toEqual([expect.stringContaining('OPENAI_API_KEY')]);
  });

  it.each([
    ['-b session=1', 'cookies (-b)'],
    ['-H "Cookie: a=b"', 'cookies'],
    ['-k', 'skipping the certificate check (-k)'],
    ['--insecure', 'skipping the certificate check (-k)'],
    ['-x http://proxy:3128', 'a proxy (-x)'],
    ['--resolve a:443:127.0.0.1', 'an address of your own for the host (--resolve)'],
    ['--cert client.pem', 'a client certificate (--cert)'],
    ['-H "User-Agent: mine"', 'the header User-Agent: browsers send their own'],
    ['-H "Host: other"', 'the header Host: browsers do not let a page set it'],
    ['-H @headers.txt', 'headers from a file (@)'],
    ['-L', 'following redirects (-L)'],
    ['-n', 'passwords from a file (-n)'],
    ['--digest -u a:b', 'Digest authentication'],
    ['-sSkL', 'skipping the certificate check (-k)'],
  ])('names what a browser cannot do: %s', (options, phrase) => expect(open(`curl ${options} ${URL}`).notHonoured).toContain(phrase));

  it('does not mind what browsers copy along, or options that change nothing', () => {
    const copied = `curl '${URL}' -H 'accept-language: en' -H 'sec-ch-ua: "x"' -H 'origin: https://a.example' -H 'x-stainless-os: Linux' --compressed -m 10 -o out.json --retry 3`;
    expect(open(copied)).toMatchObject({ notHonoured: [], headers: [], notes: [] });
  });

  it('that creates a response has no ID', () => {
    const create = `curl https://api.openai.com/v1/responses -H "Authorization: Bearer ${KEY}" -d '{"model":"m","input":"about resp_9"}'`;
    expect(readOpenText(create)).toEqual({
      kind: 'no-id',
      reason: 'create',
      baseUrl: 'https://api.openai.com/v1',
      auth: { kind: 'bearer' },
      key: KEY,
      notHonoured: [],
    });
    expect(readOpenText('curl https://api.openai.com/v1/responses')).toMatchObject({ kind: 'no-id', reason: 'list' });
  });

  it('that does more than look is only looked at', () => {
    expect(open(`curl -X POST ${URL}/cancel`).notes).toEqual([expect.stringContaining('only looked at')]);
    expect(open(`curl -X DELETE ${URL}`).notes).toEqual([expect.stringContaining('DELETE')]);
  });

  it('for something else is named as such', () => {
    expect(readOpenText('curl https://api.openai.com/v1/responses/msg_1')).toMatchObject({ kind: 'wrong-id', isA: 'a message' });
  });

  it('never leaves a key in another header or the address', () => {
    const target = open(`curl 'https://gw.example/v1/responses/resp_1?token=1&api_key=abc123def' -H 'X-Other: ${KEY}'`);
    expect(target).toMatchObject({ baseUrl: 'https://gw.example/v1?token=1', headers: [] });
    expect([KEY, 'abc123def']).toContain(target.key);
  });
});
