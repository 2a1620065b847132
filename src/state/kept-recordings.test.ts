import { expect, it } from 'vitest';
import { fits, KEPT_DAYS, MOST_KEPT_BYTES } from './kept-recordings.ts';

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

it('keeps what is young enough and fits beside what came after it', () => {
  const old = { size: 60_000_000, keptAt: NOW - 2 * DAY };
  const others = [
    { size: MOST_KEPT_BYTES, keptAt: NOW - 3 * DAY },
    { size: MOST_KEPT_BYTES - 60_000_000, keptAt: NOW - DAY },
  ];
  expect(fits(old, others, NOW)).toBe(true);
  expect(fits({ ...old, size: 60_000_001 }, others, NOW)).toBe(false);
  expect(fits({ size: 1, keptAt: NOW - KEPT_DAYS * DAY - 1 }, [], NOW)).toBe(false);
});
