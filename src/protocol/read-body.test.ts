import { assert, json, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, readBody, type Answer } from './read-body.ts';

function answer(text: string, more: Partial<Answer> = {}): Answer {
  return { status: 200, contentType: 'application/json', text, requestId: 'req_1', retryAfterMilliseconds: null, ...more };
}

describe('a Response', () => {
  it.each([
    ['as specified', '{"id":"resp_1","object":"response","status":"completed","output":[]}'],
    ['failed', '{"id":"resp_1","object":"response","status":"failed","error":{"code":"server_error","message":"x"},"output":[]}'],
    ['just created', '{"id":"resp_1","object":"response","status":"in_progress"}'],
    ['without status', '{"id":"resp_1","object":"response","status":null,"output":[]}'],
    ['without object', '{"id":"resp_1","output":[]}'],
    ['without object and output', '{"id":"1","status":"queued"}'],
    ['with output: null', '{"object":"response","id":"x","output":null}'],
    ['behind a byte order mark', '\uFEFF {"id":"resp_1","object":"response"}'],
  ])('%s is one', (_, text) => expect(readAnswer(answer(text))).toMatchObject({ ok: true }));

  it('is one whatever the content type says', () => {
    expect(readAnswer(answer('{"id":"resp_1","object":"response"}', { contentType: 'text/plain' })).ok).toBe(true);
  });
});

describe('what is not a Response', () => {
  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['<!doctype html><title>Hi</title>', 'html'],
    ['Not here', 'text'],
    ['"quoted"', 'text'],
    ['{"id":"resp_1", "output": [', 'broken-json'],
    ['[1, 2', 'broken-json'],
    ['[]', 'other-json'],
    ['null', 'other-json'],
    ['{}', 'other-json'],
    ['{"id":"resp_1","object":"response","deleted":true}', 'other-json'],
    ['{"id":"resp_1","object":"response.compaction","output":[]}', 'other-json'],
    ['{"id":"msg_1","type":"message","status":"completed"}', 'other-json'],
    ['{"object":"list","data":[],"message":"x"}', 'other-json'],
    ['{"id":"chatcmpl-1","object":"chat.completion","choices":[]}', 'chat-completion'],
    ['{"error":"Unexpected endpoint or method. (GET /v1/responses/x)"}', 'error-body'],
    ['{"error":{"message":"quota"}}', 'error-body'],
    ['{"detail":"Not Found"}', 'error-body'],
    ['event: response.created\ndata: {}\n\n', 'event-stream'],
    [': hello\n\ndata: {}\n\n', 'event-stream'],
  ])('%j is named', (text, found) => {
    expect(readAnswer(answer(text, { contentType: null }))).toMatchObject({
      ok: false,
      failure: { kind: 'not-a-response', found, status: 200, body: text },
    });
  });

  it('says where JSON breaks, and the error that hides in a success', () => {
    expect(readBody('{"id": 1,\n  "output": oops}')).toMatchObject({ found: 'broken-json', line: 2, column: 13 });
    expect(readBody('{"error":{"message":"No credit"}}')).toMatchObject({ found: 'error-body', error: { message: 'No credit' } });
    expect(readBody('oops', 'application/json')).toMatchObject({ found: 'broken-json', line: 1, column: 1 });
  });
});

describe('an HTTP status', () => {
  it('other than 2xx is a refusal with everything that was said', () => {
    const refused = readAnswer(answer('{"error":{"message":"Slow down"}}', { status: 429, retryAfterMilliseconds: 2000 }));
    expect(refused).toMatchObject({
      ok: false,
      failure: { kind: 'refused', status: 429, error: { message: 'Slow down' }, requestId: 'req_1', retryAfterMilliseconds: 2000 },
    });
    expect(readAnswer(answer('', { status: 307 }))).toEqual({ ok: false, failure: { kind: 'redirect' } });
  });
});

it('reads any answer', () => {
  assert(
    property(oneof(string(), json()), string(), (text, contentType) => {
      expect(readAnswer(answer(text, { contentType }))).toHaveProperty('ok');
    }),
  );
});
