import { describe, expect, it } from 'vitest';
import { RetrieveError, type RetrieveFailure } from '#protocol/failure.ts';
import type { Answer } from '#protocol/read-body.ts';
import { toInputPage } from './input-items.ts';

function answer(text: string, status = 200): Answer {
  return { status, contentType: 'application/json', text, requestId: 'req_1', retryAfterMilliseconds: null };
}

function failureOf(received: Answer): RetrieveFailure {
  try {
    toInputPage(received);
  } catch (error) {
    if (error instanceof RetrieveError) return error.failure;
    throw error;
  }
  throw new Error('This is a page.');
}

describe('toInputPage', () => {
  it('reads a list, also behind a byte order mark', () => {
    const text = '{"object":"list","data":[{"id":"msg_1"}],"last_id":"msg_1","has_more":false}';
    expect(toInputPage(answer(text))).toEqual({ items: [{ id: 'msg_1' }], cursor: 'msg_1', hasMore: false });
    expect(toInputPage(answer(`\uFEFF${text}`)).items).toHaveLength(1);
  });

  it('says what the server refused with', () => {
    expect(failureOf(answer('{"detail":"Not Found"}', 404))).toMatchObject({
      kind: 'refused',
      status: 404,
      error: { message: 'Not Found' },
    });
    expect(failureOf(answer('{"object":"list","data":[]}', 500))).toMatchObject({ kind: 'refused', status: 500 });
  });

  it('says what came in place of a list', () => {
    expect(failureOf(answer('<html></html>'))).toMatchObject({ kind: 'not-a-response', found: 'html' });
    expect(failureOf(answer('{"error":"Unexpected endpoint"}'))).toMatchObject({ kind: 'not-a-response', found: 'error-body' });
    expect(failureOf(answer('{"id":"resp_1","object":"response","output":[]}'))).toMatchObject({
      kind: 'not-a-response',
      found: 'other-json',
      requestId: 'req_1',
    });
  });
});
