import { describe, expect, it } from 'vitest';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { providerById } from '#protocol/providers.ts';
import { explainInputFailure } from './explain-input-failure.ts';

function context(presetId: string) {
  return {
    provider: providerById(presetId),
    baseUrl: 'https://api.example/v1',
    responseId: 'resp_1',
    hasKey: true,
    pageOrigin: 'https://viewer.example',
  };
}

function refused(status: number, message = 'no'): RetrieveFailure {
  return {
    kind: 'refused',
    status,
    error: { message, type: null, code: null, param: null },
    requestId: 'req_1',
    retryAfterMilliseconds: null,
    body: message,
  };
}

function instead(found: 'html' | 'error-body' | 'other-json' | 'broken-json'): RetrieveFailure {
  return { kind: 'not-a-response', status: 200, found, error: null, requestId: null, body: '', line: null, column: null };
}

describe('explainInputFailure', () => {
  it('says in a sentence that a server has no such endpoint, and where to look', () => {
    for (const failure of [refused(404), refused(405), refused(501), instead('html'), instead('error-body'), instead('other-json')]) {
      expect(explainInputFailure(failure, context('custom'))).toMatchObject({
        title: 'This server does not say what a response was given',
        causes: [],
        steps: [expect.stringContaining('where the request was made')],
        suggestedBaseUrl: null,
        isLack: true,
      });
    }
    expect(explainInputFailure(refused(404), context('vllm')).title).toBe('vLLM does not say what a response was given');
  });

  it('keeps what the server itself said', () => {
    expect(explainInputFailure(refused(404, 'Not Found'), context('custom'))).toMatchObject({
      status: 404,
      apiMessage: 'Not Found',
      requestId: 'req_1',
    });
  });

  it('takes a 404 of a server that has the endpoint for a response that is gone', () => {
    expect(explainInputFailure(refused(404, 'Response with id resp_1 not found.'), context('openai')).title).toBe(
      'The server knows no response with this ID',
    );
  });

  it('explains everything else as for the response', () => {
    expect(explainInputFailure(refused(401), context('custom'))).toMatchObject({
      title: 'The server does not accept this key',
      isLack: false,
    });
    expect(explainInputFailure(refused(500), context('custom'))).toMatchObject({ title: 'The server failed', mayRetry: true });
    expect(explainInputFailure(instead('broken-json'), context('custom')).title).toBe('The answer is broken JSON');
    expect(explainInputFailure({ kind: 'timed-out', afterMilliseconds: 60_000 }, context('custom')).mayRetry).toBe(true);
  });
});
