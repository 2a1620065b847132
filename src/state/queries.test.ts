import { describe, expect, it } from 'vitest';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { isWorthRetrying } from '#protocol/worth-retrying.ts';
import { pollDelay, retryDelay } from './queries.ts';

function refused(status: number, code: string | null = null, retryAfterMilliseconds: number | null = null): RetrieveFailure {
  return {
    kind: 'refused',
    status,
    error: { message: '', type: null, code, param: null },
    requestId: null,
    retryAfterMilliseconds,
    body: '',
  };
}

describe('retries', () => {
  it('retries what may pass by itself, and nothing else', () => {
    expect([408, 409, 429, 500, 502, 503].map((status) => isWorthRetrying(refused(status)))).toEqual([true, true, true, true, true, true]);
    expect([400, 401, 403, 404, 422].map((status) => isWorthRetrying(refused(status)))).toEqual([false, false, false, false, false]);
    expect(isWorthRetrying(refused(429, 'insufficient_quota'))).toBe(false);
    expect(isWorthRetrying({ kind: 'unreachable' })).toBe(false);
  });

  it('waits as long as the server asked, at most a minute, else half a second and one', () => {
    expect(retryDelay(0, refused(429, null, 1500))).toBe(1500);
    expect(retryDelay(0, refused(429, null, 3_600_000))).toBe(60_000);
    expect([retryDelay(0, refused(500)), retryDelay(1, refused(500))]).toEqual([500, 1000]);
  });
});

describe('polling', () => {
  it('starts at 2 s and backs off to 10 s', () => {
    expect([1, 2, 3, 4, 5, 20].map(pollDelay)).toEqual([2000, 3000, 4500, 6750, 10_000, 10_000]);
  });
});
