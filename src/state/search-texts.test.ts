import { afterEach, expect, it, vi } from 'vitest';
import { compileFind, type Matcher } from '#model/find.ts';
import { startTextSearch, TooSlowError, type FindPort } from './search-texts.ts';
import type { FindRequest } from './find-worker.ts';

afterEach(() => {
  vi.useRealTimers();
});

function matcherOf(text: string, isRegex: boolean): Matcher {
  const compiled = compileFind({ text, isRegex, matchesCase: true });
  if (!compiled.ok) throw new Error(compiled.problem);
  return compiled.matcher;
}

/** A worker that says, for each text, how long it is; or nothing at all. */
function port(answers: boolean, ends: string[]): FindPort {
  const target = new EventTarget();
  return {
    postMessage: ({ texts }: FindRequest) => {
      const data = texts.map((text) => [{ start: 0, end: text.length }]);
      if (answers) queueMicrotask(() => target.dispatchEvent(new MessageEvent('message', { data })));
    },
    addEventListener: target.addEventListener.bind(target),
    terminate: () => void ends.push('terminated'),
  };
}

it('looks for text right here', () => {
  const { search } = startTextSearch(matcherOf('b', false), () => port(false, []));
  expect(search(['abc'])).toEqual([[{ start: 1, end: 2 }]]);
});

it('answers batch by batch from one worker', async () => {
  const { search } = startTextSearch(matcherOf('b', true), () => port(true, []));
  expect(await Promise.all([search(['a']), search(['abc', 'ab'])])).toEqual([
    [[{ start: 0, end: 1 }]],
    [[{ start: 0, end: 3 }], [{ start: 0, end: 2 }]],
  ]);
});

it('gives up on a regex that takes too long, and ends its worker', async () => {
  vi.useFakeTimers();
  const ends: string[] = [];
  const { search } = startTextSearch(matcherOf('(a+)+$', true), () => port(false, ends));
  const outcome = Promise.resolve(search(['aaaa!'])).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await outcome).toBeInstanceOf(TooSlowError);
  expect(ends).toEqual(['terminated']);
});
