import type { FindQuery, Matcher } from '#model/find.ts';
import { searchHere, type SearchTexts } from '#model/find-in-json.ts';
import type { FindAnswer, FindRequest } from './find-worker.ts';

/** A regex may take until the end of days on one unlucky text; so long is waited for one batch, in milliseconds. */
const PATIENCE = 2_000;

/** Thrown by a search whose regex did not come to an end in time. */
export class TooSlowError extends Error {
  override readonly name = 'TooSlowError';
}

/** A way to look through texts for one matcher. `stop` ends what is under way and frees what it used. */
export type TextSearch = { readonly search: SearchTexts; readonly stop: () => void };

/** What a worker is to us, so that a test can be one. */
export type FindPort = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** Plain text is looked for right here; a regex in a worker of its own, which can be ended in the middle of it. */
export function startTextSearch(matcher: Matcher, startWorker: (() => FindPort) | null = workerOrNull()): TextSearch {
  if (!matcher.query.isRegex || startWorker === null) return { search: searchHere(matcher), stop: () => undefined };
  return searchIn(startWorker, matcher.query);
}

function workerOrNull(): (() => FindPort) | null {
  if (typeof Worker === 'undefined') return null;
  return () => new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
}

function searchIn(startWorker: () => FindPort, query: FindQuery): TextSearch {
  let worker: FindPort | null = null;
  let giveUp: (() => void) | null = null;
  function stop(): void {
    worker?.terminate();
    worker = null;
    giveUp?.();
  }
  function ask(texts: readonly string[]): Promise<FindAnswer> {
    return new Promise((resolve, reject) => {
      const port = (worker ??= startWorker());
      const settled = new AbortController();
      const timer = setTimeout(stop, PATIENCE);
      function settle(end: () => void): void {
        clearTimeout(timer);
        settled.abort();
        giveUp = null;
        end();
      }
      giveUp = () => settle(() => reject(new TooSlowError()));
      const { signal } = settled;
      port.addEventListener('message', ({ data }: MessageEvent<FindAnswer>) => settle(() => resolve(data)), { signal });
      port.addEventListener('error', ({ message }) => settle(() => reject(new Error(message))), { signal });
      port.postMessage({ query, texts } satisfies FindRequest);
    });
  }
  // One batch at a time: answers carry no number.
  let queue: Promise<unknown> = Promise.resolve();
  return {
    search: (texts) => {
      const answer = queue.then(() => ask(texts));
      queue = answer.catch(() => undefined);
      return answer;
    },
    stop,
  };
}
