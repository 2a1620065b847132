import { assertNever } from '#base/assert-never.ts';
import { formatDuration } from '#base/format-duration.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { BadRequestProblem, NotAResponse, RetrieveFailure } from '#protocol/failure.ts';
import type { Tone } from '#ui/badge.tsx';

/** How an exchange went, in a word or two, and the tone that repeats it. */
export function statusOf({ state, status, failure }: Exchange): { readonly text: string; readonly tone: Tone } {
  if (state === 'running') return { text: status === null ? 'waiting' : `${status} reading`, tone: 'accent' };
  if (state === 'stopped') return { text: status === null ? 'stopped' : `${status} stopped`, tone: 'warning' };
  if (status === null) return { text: 'no answer', tone: 'error' };
  if (status >= 400) return { text: String(status), tone: 'error' };
  if (failure?.kind === 'unreachable') return { text: `${status} broke off`, tone: 'warning' };
  // A failed 2xx answered something that is no Response.
  if (state === 'failed') return { text: `${status} unusable`, tone: 'error' };
  return { text: String(status), tone: status < 300 ? 'good' : 'warning' };
}

/** What went wrong on the wire, in one sentence. What to do about it is said where the page reports the failure. `hasAnswer`: its head came. */
export function failureWords(failure: RetrieveFailure, hasAnswer: boolean): string {
  switch (failure.kind) {
    case 'bad-request':
      return `The request was never sent: ${PROBLEM_WORDS[failure.problem]}${failure.detail === '' ? '' : ` (${failure.detail})`}.`;
    case 'unreachable':
      if (hasAnswer) return 'The connection broke while the answer was still coming.';
      return 'No answer reached the page. The browser does not say whether the server is down, the name is wrong, or CORS kept the answer back.';
    case 'timed-out':
      return `Given up after ${formatDuration(failure.afterMilliseconds)} without a byte.`;
    case 'redirect':
      return 'The server answered with a redirect. It is never followed, because the key would go along.';
    case 'refused':
      return `The server refused with ${failure.status}${failure.error.message === '' ? '.' : `: ${failure.error.message}`}`;
    case 'not-a-response':
      return `The server answered ${failure.status}, but with ${FOUND_WORDS[failure.found]} instead of a Response.`;
    default:
      return assertNever(failure);
  }
}

const PROBLEM_WORDS: Readonly<Record<BadRequestProblem, string>> = {
  'base-url': 'the base URL cannot be read',
  'user-info': 'the base URL holds a name or password',
  placeholder: 'a part of the base URL is still to be filled in',
  'mixed-content': 'an https page may not ask an http server',
  'response-id': 'a URL cannot carry this ID',
  header: 'browsers do not let a page set this header',
  'header-name': 'this is no header name',
  'header-value': 'a header cannot carry this value',
  'header-twice': 'this header is already sent',
  key: 'a header cannot carry this key',
};

const FOUND_WORDS: Readonly<Record<NotAResponse, string>> = {
  empty: 'an empty body',
  html: 'an HTML page',
  text: 'plain text',
  'broken-json': 'broken JSON',
  'other-json': 'other JSON',
  'chat-completion': 'a Chat Completion',
  'error-body': 'an error body',
  'event-stream': 'an event stream',
};
