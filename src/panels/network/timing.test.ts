import { expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { durationOf, phasesOf, phaseWords, spanOf } from './timing.ts';

function exchange(
  headers: number | null,
  firstByte: number | null,
  end: number | null,
  startedAt = 1_000,
  state: Exchange['state'] = 'done',
): Exchange {
  const timings = { startedAt, headers, firstByte, end };
  return {
    id: 1,
    purpose: 'retrieve',
    method: 'GET',
    url: '',
    requestHeaders: [],
    status: 200,
    responseHeaders: [],
    bytes: 0,
    timings,
    state,
    failure: null,
  };
}

/** "waiting 0–180, …" */
function drawn(one: Exchange): string {
  return phasesOf(one)
    .map(({ name, from, to }) => `${name} ${from}–${to}`)
    .join(', ');
}

it.each([
  [exchange(180, 200, 214), 'waiting 0–180, first byte 180–200, download 200–214'],
  [exchange(180, null, 190), 'waiting 0–180, first byte 180–190'],
  [exchange(null, null, 60), 'waiting 0–60'],
  [exchange(180, 200, null), 'waiting 0–180, first byte 180–200'],
  [exchange(180, null, null), 'waiting 0–180'],
  [exchange(null, null, null), ''],
])('draws the phases an exchange got through (%#)', (one, phases) => {
  expect(drawn(one)).toBe(phases);
});

function words(one: Exchange): readonly string[] {
  return phasesOf(one).map((phase) => phaseWords(phase, one));
}

it('says each phase in words', () => {
  expect(words(exchange(180, 200, 1_400))).toEqual([
    '180 ms waiting for the headers',
    '20 ms from the headers to the first byte',
    '1.2 s downloading the body',
  ]);
  expect(words(exchange(null, null, 60))).toEqual(['60 ms waiting for an answer that never came']);
  expect(words(exchange(180, null, 190))).toEqual(['180 ms waiting for the headers', '10 ms without a byte of the body']);
  expect(words(exchange(1, 2, 3, 0, 'stopped')).at(-1)).toBe('1 ms downloading, until it was stopped');
});

it('puts all exchanges on one scale, and never divides by zero', () => {
  expect(spanOf([exchange(1, 2, 100, 1_000), exchange(1, 2, 50, 3_000)])).toEqual({ start: 1_000, length: 2_050 });
  expect(spanOf([exchange(null, null, null)])).toEqual({ start: 1_000, length: 1 });
  expect([durationOf(exchange(1, 2, 3)), durationOf(exchange(1, null, null)), durationOf(exchange(null, null, null))]).toEqual([
    3,
    1,
    null,
  ]);
});
