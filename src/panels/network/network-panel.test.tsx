// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Recording, RecordingSource } from '#model/recording.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { failureWords, statusOf } from './exchange-words.ts';
import { NetworkPanel } from './network-panel.tsx';

afterEach(cleanup);

const URL_OF_42 = 'https://api.shop.example/v1/responses/resp_42';
const API: RecordingSource = {
  kind: 'api',
  responseId: 'resp_42',
  baseUrl: 'https://api.shop.example/v1',
  parameters: NO_PARAMETERS,
  requestId: null,
};

function exchange(changes: Partial<Exchange> = {}): Exchange {
  return {
    id: 1,
    purpose: 'retrieve',
    method: 'GET',
    url: URL_OF_42,
    requestHeaders: [{ name: 'Authorization', value: '•••' }],
    status: 200,
    responseHeaders: [
      { name: 'content-type', value: 'application/json' },
      { name: 'x-request-id', value: 'req_9' },
    ],
    bytes: 48_200,
    timings: { startedAt: 1_795_300_000_000, headers: 180, firstByte: 200, end: 214 },
    state: 'done',
    failure: null,
    ...changes,
  };
}

function show(exchanges: readonly Exchange[], source: RecordingSource = API) {
  const recording: Recording = { kind: 'json', source, bytes: new Uint8Array(), text: '', response: {}, receivedAt: 0 };
  return render(<NetworkPanel recording={recording} exchanges={exchanges} expansion={null} />);
}

function lines(): readonly string[] {
  const [, ...rows] = within(screen.getByRole('table', { name: 'Requests made for this page' })).getAllByRole('row');
  return rows.map((row) => [...row.children].map((cell) => cell.textContent).join('|'));
}

it('lists every request with status, size, time and start', () => {
  const poll = exchange({
    id: 2,
    purpose: 'poll',
    url: `${URL_OF_42}?include[]=a`,
    status: 503,
    bytes: 0,
    timings: { startedAt: 1_795_300_002_000, headers: 30, firstByte: null, end: 31 },
  });
  show([exchange(), poll]);
  expect(lines()).toEqual(['retrieveGETresp_42|200|48.2 kB|214 ms||22:26:40', 'pollGETresp_42?include[]=a|503|0 B|31 ms||22:26:42']);
});

it('shows the first request in detail: curl, headers, timing, and why the list of headers is short', () => {
  const { container } = show([exchange()]);
  const text = container.textContent;
  expect(container.querySelector('pre')?.textContent).toContain(URL_OF_42);
  for (const words of [
    'x-request-id',
    'req_9',
    '180 ms waiting for the headers',
    '20 ms from the headers to the first byte',
    '14 ms downloading the body',
    'Access-Control-Expose-Headers',
  ]) {
    expect(text).toContain(words);
  }
  expect(screen.getByRole('button', { name: 'Copy as curl' })).toBeDefined();
});

it('walks the list with the arrow keys and shows what has the focus', () => {
  show([exchange(), exchange({ id: 2, purpose: 'input items', responseHeaders: [{ name: 'x-request-id', value: 'req_10' }] })]);
  const [first, second] = screen.getAllByRole('button', { name: /GET/ });
  if (first === undefined || second === undefined) throw new Error('two rows expected');
  expect(first.getAttribute('aria-current')).toBe('true');
  first.focus();
  fireEvent.keyDown(first, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
  expect(second.getAttribute('aria-current')).toBe('true');
  expect(screen.getByText('req_10')).toBeDefined();
  fireEvent.keyDown(second, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
});

describe('without requests', () => {
  it.each<[RecordingSource, RegExp]>([
    [{ kind: 'paste' }, /^No request was made: this response was pasted\.$/],
    [{ kind: 'file', name: 'refund.json' }, /^No request was made: this response was opened from the file “refund\.json”\.$/],
    [API, /^No request has been made for this response since the page was loaded/],
  ])('says why', (source, words) => {
    show([], source);
    expect(screen.getByRole('note').textContent).toMatch(words);
    expect(screen.queryByRole('table')).toBeNull();
  });
});

it.each<[Partial<Exchange>, string, string]>([
  [{}, '200', 'good'],
  [{ status: 404, state: 'failed' }, '404', 'error'],
  [{ status: 200, state: 'failed' }, '200 unusable', 'error'],
  [{ status: 200, state: 'failed', failure: { kind: 'unreachable' } }, '200 broke off', 'warning'],
  [{ status: null, state: 'failed' }, 'no answer', 'error'],
  [{ status: null, state: 'running' }, 'waiting', 'accent'],
  [{ status: 200, state: 'running' }, '200 reading', 'accent'],
  [{ status: 200, state: 'stopped' }, '200 stopped', 'warning'],
  [{ status: 302, state: 'done' }, '302', 'warning'],
])('says how it went: %j', (changes, text, tone) => {
  expect(statusOf(exchange(changes))).toEqual({ text, tone });
});

it.each<[RetrieveFailure, RegExp]>([
  [{ kind: 'unreachable' }, /No answer reached the page/],
  [{ kind: 'redirect' }, /redirect\. It is never followed/],
  [{ kind: 'timed-out', afterMilliseconds: 60_000 }, /after 1 min without a byte/],
  [
    { kind: 'bad-request', problem: 'mixed-content', detail: 'shop.example' },
    /never sent: an https page may not ask an http server \(shop\.example\)/,
  ],
])('says in words why it failed: %j', (failure, words) => {
  expect(failureWords(failure, false)).toMatch(words);
});

it('does not say that no answer came where one broke off', () => {
  expect(failureWords({ kind: 'unreachable' }, true)).toBe('The connection broke while the answer was still coming.');
});

it('keeps what the server said when it refused', () => {
  const error = { message: 'No such response.', type: null, code: null, param: null };
  const failure: RetrieveFailure = { kind: 'refused', status: 404, error, requestId: null, retryAfterMilliseconds: null, body: '' };
  show([exchange({ status: 404, state: 'failed', failure })]);
  expect(screen.getByText('The server refused with 404: No such response.')).toBeDefined();
});

it('does not speak of hidden headers for the page’s own origin, nor without an answer', () => {
  const { container, unmount } = show([exchange({ url: `${location.origin}/sample/v1/responses/resp_42` })]);
  expect(container.textContent).toContain('hides none of its headers but Set-Cookie');
  expect(container.textContent).not.toContain('Access-Control-Expose-Headers');
  unmount();
  expect(
    show([exchange({ status: null, responseHeaders: [], state: 'failed', failure: { kind: 'unreachable' } })]).container.textContent,
  ).not.toContain('Access-Control-Expose-Headers');
});
