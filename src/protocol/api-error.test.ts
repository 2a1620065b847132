import { assert, json, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiErrorIn, readApiError, requestIdFrom, retryAfterFrom } from './api-error.ts';

describe('readApiError', () => {
  it.each([
    ['the OpenAI envelope', '{"error":{"message":"No","type":"t","param":"p","code":"c"}}', ['No', 't', 'c', 'p']],
    ['error as a string', '{"error":"model not loaded"}', ['model not loaded', null, null, null]],
    ['a word and a sentence', '{"error":"not_found","message":"No such thing"}', ['No such thing', null, 'not_found', null]],
    ['xAI', '{"code":"invalid-argument","error":"Bad key"}', ['Bad key', null, 'invalid-argument', null]],
    [
      'a code as a number',
      '{"error":{"code":404,"message":"No","param":null,"type":"NotFoundError"}}',
      ['No', 'NotFoundError', '404', null],
    ],
    ['Azure', '{"error":{"code":"404","message":"No","innererror":{"code":"Filter"}}}', ['No', 'Filter', '404', null]],
    ['a FastAPI sentence', '{"detail":"Not Found"}', ['Not Found', null, null, null]],
    [
      'FastAPI fields',
      '{"detail":[{"loc":["query","limit"],"msg":"too big","type":"x"},{"msg":"and odd"},"text"]}',
      ['query.limit: too big; and odd; text', null, null, null],
    ],
    ['a bare message', '{"message":"No","type":"t","param":"p","code":7}', ['No', 't', '7', 'p']],
    ['a message beside an object', '{"type":"error","error":{"type":"overloaded"},"message":"Busy"}', ['Busy', 'overloaded', null, null]],
    ['an envelope with no message', '{"error":{"oops":1}}', ['{"oops":1}', null, null, null]],
    [
      'the title of a page',
      '<!doctype html><html><head><title>502 Bad\n Gateway</title></head></html>',
      ['502 Bad Gateway', null, null, null],
    ],
    ['the words of a page', '<p>Down <b>today</b></p><script>alert(1)</script>', ['Down today', null, null, null]],
    ['plain text', '404 page not found\n', ['404 page not found', null, null, null]],
    ['nothing', '', ['', null, null, null]],
    ['other JSON', '{"a":1}', ['{"a":1}', null, null, null]],
    ['a byte order mark', '\uFEFF{"error":"x"}', ['x', null, null, null]],
  ])('reads %s', (_, text, [message, type, code, param]) => expect(readApiError(text)).toEqual({ message, type, code, param }));

  it('cuts long text and takes keys out', () => {
    expect(readApiError('x'.repeat(5000)).message).toHaveLength(300);
    expect(readApiError('{"error":{"message":"Incorrect API key provided: sk-proj-abcdef123."}}').message).not.toContain('sk-proj');
  });

  it('reads anything', () => {
    assert(
      property(oneof(string(), json()), (text) => {
        expect(typeof readApiError(text).message).toBe('string');
      }),
    );
  });
});

describe('apiErrorIn', () => {
  it('says null where nothing is reported', () => {
    expect(apiErrorIn({ id: 'x', error: null })).toBeNull();
    expect(apiErrorIn({ message: '' })).toBeNull();
  });
});

describe('headers of an answer', () => {
  it('name the request, the preferred name first', () => {
    expect(requestIdFrom(new Headers({ 'cf-ray': 'ray', 'X-Request-ID': 'req_1' }))).toBe('req_1');
    expect(requestIdFrom(new Headers({ 'apim-request-id': 'a' }))).toBe('a');
    expect(requestIdFrom(new Headers())).toBeNull();
  });

  it.each([
    [{ 'retry-after-ms': '1500', 'retry-after': '9' }, 1500],
    [{ 'retry-after': '9' }, 9000],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:01:00 GMT' }, 50_000],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:01 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('ask to wait: %j is %s ms', (headers, milliseconds) => {
    expect(retryAfterFrom(new Headers(headers as Record<string, string>), 10_000)).toBe(milliseconds);
  });
});
