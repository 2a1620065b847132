import { describe, expect, it } from 'vitest';
import type { ApiError, BadRequestProblem, NotAResponse, RetrieveFailure } from '#protocol/failure.ts';
import { providerById, PROVIDERS } from '#protocol/providers.ts';
import { explainFailure } from './explain-failure.ts';
import type { FailureAdvice, FailureContext } from './failure-advice.ts';

const SAID: ApiError = { message: 'The server’s own words', type: null, code: null, param: null };

function contextOf(providerId: string, more: Partial<FailureContext> = {}): FailureContext {
  const provider = providerById(providerId);
  return { provider, baseUrl: provider.baseUrl, responseId: 'resp_1', hasKey: true, pageOrigin: 'https://viewer.example', ...more };
}

function refused(
  status: number,
  error: Partial<ApiError> = {},
  more: { retryAfterMilliseconds?: number; body?: string } = {},
): RetrieveFailure {
  return { kind: 'refused', status, error: { ...SAID, ...error }, requestId: 'req_1', retryAfterMilliseconds: null, body: '{}', ...more };
}

function noResponse(found: NotAResponse, error: ApiError | null = null): RetrieveFailure {
  return { kind: 'not-a-response', status: 200, found, error, requestId: null, body: '', line: 3, column: 7 };
}

function badRequest(problem: BadRequestProblem, detail = ''): RetrieveFailure {
  return { kind: 'bad-request', problem, detail };
}

function mayRetry(failure: RetrieveFailure): boolean {
  return explainFailure(failure, contextOf('openai')).mayRetry;
}

function wordsOf({ title, causes, steps }: FailureAdvice): string {
  return [title, ...causes, ...steps].join('\n');
}

const STATUSES = [400, 401, 402, 403, 404, 405, 408, 409, 418, 422, 429, 500, 501, 502, 503, 504, 529];
const FOUND: readonly NotAResponse[] = [
  'empty',
  'html',
  'text',
  'broken-json',
  'other-json',
  'chat-completion',
  'error-body',
  'event-stream',
];
const PROBLEMS: readonly BadRequestProblem[] = [
  'base-url',
  'user-info',
  'placeholder',
  'mixed-content',
  'response-id',
  'header',
  'header-name',
  'header-value',
  'header-twice',
  'key',
];
const EVERY_FAILURE: readonly RetrieveFailure[] = [
  ...STATUSES.map((status) => refused(status)),
  refused(429, { code: 'insufficient_quota' }),
  refused(403, { code: 'unsupported_country_region_territory' }),
  refused(404, { message: 'Invalid URL (GET /responses/resp_1)' }),
  ...FOUND.map((found) => noResponse(found, found === 'error-body' ? SAID : null)),
  ...PROBLEMS.map((problem) => badRequest(problem, 'X-Detail')),
  { kind: 'unreachable' },
  { kind: 'timed-out', afterMilliseconds: 30_000 },
  { kind: 'redirect' },
];

describe.each(PROVIDERS.map((provider) => [provider.title, provider.id] as const))('every failure on %s', (_, providerId) => {
  it.each(EVERY_FAILURE.map((failure) => [JSON.stringify(failure).slice(0, 90), failure] as const))(
    '%s says what to do next',
    (__, failure) => {
      for (const hasKey of [true, false]) {
        const advice = explainFailure(failure, contextOf(providerId, { hasKey }));
        const sentences = [...advice.causes, ...advice.steps];
        expect(advice.title).toMatch(/^\S.*[^.]$/);
        expect(advice.steps.length).toBeGreaterThan(0);
        expect(sentences.filter((sentence) => !/^\S.*\.$/.test(sentence))).toEqual([]);
        expect(new Set(sentences).size).toBe(sentences.length);
        expect(wordsOf(advice)).not.toMatch(/undefined|null|\[object|invalid|illegal|please/i);
      }
    },
  );

  it('404 says how long it keeps responses, or that it keeps none', () => {
    const advice = explainFailure(refused(404, { message: 'Response with id "resp_1" not found.' }), contextOf(providerId));
    expect(wordsOf(advice)).toContain(providerById(providerId).retention);
    expect(wordsOf(advice)).toMatch(/paste/i);
  });

  it('unreachable says what to check for this server', () => {
    const advice = explainFailure({ kind: 'unreachable' }, contextOf(providerId));
    for (const check of providerById(providerId).whenUnreachable) expect(advice.steps).toContain(check);
  });
});

describe('what each case says', () => {
  it.each<[string, RetrieveFailure, Partial<FailureContext> & { on?: string }, readonly RegExp[]]>([
    ['a wrong key', refused(401), {}, [/does not accept this key/, /revoked/, /region/]],
    ['no key', refused(401), { hasKey: false }, [/wants an API key/]],
    ['a foreign organization', refused(401, { code: 'invalid_organization' }), {}, [/organization and project empty/]],
    ['a restricted key', refused(403), {}, [/no permission/, /read permission for Responses/]],
    ['a country', refused(403, { code: 'unsupported_country_region_territory' }), {}, [/not offered/, /VPN/]],
    ['an unknown ID', refused(404), {}, [/no response with this ID/, /30 days/, /store: false/, /another project/, /key of the project/]],
    ['the wrong kind of ID', refused(404), { responseId: 'msg_1' }, [/ID of a message/, /starts with resp_/]],
    ['a cut ID', refused(404), { responseId: 'resp_0a1b…' }, [/cut off/]],
    ['vLLM without its store', refused(404), { on: 'vllm' }, [/VLLM_ENABLE_RESPONSES_API_STORE=1/, /restarts/]],
    ['Ollama', refused(404, { message: '404 page not found' }), { on: 'ollama' }, [/cannot look up/, /Paste/]],
    ['llama.cpp', refused(404), { on: 'llama-cpp' }, [/cannot look up/, /Paste/]],
    ['LM Studio', noResponse('error-body', SAID), { on: 'lm-studio' }, [/cannot look up/, /Paste/]],
    [
      'a missing /v1',
      refused(404, { message: 'Invalid URL' }),
      { baseUrl: 'https://api.openai.com' },
      [/no such address/, /https:\/\/api\.openai\.com\/v1/],
    ],
    ['no GET', refused(405), { on: 'custom', baseUrl: 'https://a.example/v1' }, [/cannot look up/]],
    ['a rate limit', refused(429), {}, [/Too many requests/, /Wait/]],
    ['a rate limit with a time', refused(429, {}, { retryAfterMilliseconds: 6100 }), {}, [/Wait 7 s/]],
    ['quota', refused(429, { code: 'insufficient_quota' }), {}, [/quota/, /waiting does not help/, /billing/]],
    ['a server error', refused(500), {}, [/server failed/, /request ID/]],
    ['a busy server', refused(503), { on: 'vllm' }, [/busy/, /loading its model/, /log/]],
    ['a gateway', refused(502), {}, [/gateway/]],
    [
      'a stale stream',
      refused(400, { message: 'can no longer be streamed' }),
      {},
      [/cannot be streamed/, /five minutes/, /without stream/],
    ],
    ['an unknown include', refused(400, { param: 'include[0]' }), {}, [/include\[0\]/, /Remove the include values/]],
    ['a web page', noResponse('html'), { baseUrl: 'https://api.openai.com' }, [/web page/, /sign-in/, /\/v1/]],
    ['nothing', noResponse('empty'), {}, [/with nothing/]],
    ['plain text', noResponse('text'), {}, [/plain text/]],
    ['broken JSON', noResponse('broken-json'), {}, [/line 3, column 7/, /cut off/]],
    ['a Chat Completion', noResponse('chat-completion'), {}, [/Chat Completion/]],
    ['an error in a success', noResponse('error-body', SAID), {}, [/reports an error/, /200/]],
    ['a redirect', { kind: 'redirect' }, { baseUrl: 'https://api.openai.com' }, [/redirect/, /\/v1/]],
    ['a time-out', { kind: 'timed-out', afterMilliseconds: 30_000 }, {}, [/30 s/]],
    ['no network', { kind: 'unreachable' }, { online: false }, [/offline/]],
    ['CORS', { kind: 'unreachable' }, {}, [/CORS/, /ad blocker/]],
    ['Azure', { kind: 'unreachable' }, { on: 'azure' }, [/does not answer web pages/, /proxy/]],
    ['LM Studio without CORS', { kind: 'unreachable' }, { on: 'lm-studio' }, [/--cors/]],
    ['Ollama from a hosted page', { kind: 'unreachable' }, { on: 'ollama' }, [/OLLAMA_ORIGINS/]],
    ['a keyed llama.cpp', { kind: 'unreachable' }, { on: 'llama-cpp' }, [/X-Api-Key/]],
    ['localhost from an https page', { kind: 'unreachable' }, { on: 'vllm' }, [/local network/, /Safari/]],
    ['a local address', { kind: 'unreachable' }, { on: 'custom', baseUrl: 'http://192.168.1.5/v1' }, [/local network/, /mixed content/]],
    ['https on localhost', { kind: 'unreachable' }, { on: 'custom', baseUrl: 'https://localhost:8000' }, [/try http:\/\/localhost:8000/]],
    ['mixed content', badRequest('mixed-content', 'http://a.example'), {}, [/plain http/, /http:\/\/a\.example/, /tunnel/]],
    ['a forbidden header', badRequest('header', 'Cookie'), {}, [/Cookie/]],
    [
      'a missing scheme',
      badRequest('base-url', 'localhost:8000'),
      { on: 'vllm', baseUrl: 'localhost:8000' },
      [/http:\/\/localhost:8000\/v1/],
    ],
    ['a preset not filled in', badRequest('placeholder', '{resource}'), {}, [/\{resource\}/]],
  ])('%s', (_, failure, { on = 'openai', ...context }, expected) => {
    const words = wordsOf(explainFailure(failure, contextOf(on, context)));
    for (const pattern of expected) expect(words).toMatch(pattern);
  });

  it('keeps local servers reachable offline, and spares a local page the permissions', () => {
    const offline = explainFailure({ kind: 'unreachable' }, contextOf('vllm', { online: false }));
    expect(offline.title).toBe('localhost:8000 could not be reached');
    const local = explainFailure({ kind: 'unreachable' }, contextOf('vllm', { pageOrigin: 'http://localhost:4173' }));
    expect(wordsOf(local)).not.toMatch(/local network|Safari/);
  });

  it('passes on status, message and request ID', () => {
    expect(explainFailure(refused(404), contextOf('openai'))).toMatchObject({ status: 404, apiMessage: SAID.message, requestId: 'req_1' });
    expect(explainFailure(refused(404, { message: '' }), contextOf('openai')).apiMessage).toBeNull();
    expect(explainFailure({ kind: 'unreachable' }, contextOf('openai'))).toMatchObject({ status: null, apiMessage: null, requestId: null });
  });

  it('says when asking again may help', () => {
    expect([408, 409, 429, 500, 503].map((status) => mayRetry(refused(status)))).toEqual([true, true, true, true, true]);
    expect([400, 401, 403, 404].map((status) => mayRetry(refused(status)))).toEqual([false, false, false, false]);
    expect(mayRetry(refused(429, { type: 'insufficient_quota' }))).toBe(false);
  });
});
