import { expect, it } from 'vitest';
import { formatDollars } from './format-dollars.ts';

it.each([
  [0, '$0'],
  [12.4, '$12.40'],
  [1234567.5, '$1,234,567.50'],
  [0.041, '$0.041'],
  [0.0413, '$0.0413'],
  [0.000038, '$0.000038'],
  [0.00087965, '$0.00088'],
  [0.5, '$0.50'],
  [-2, '−$2.00'],
])('writes %s as %s', (dollars, text) => {
  expect(formatDollars(dollars)).toBe(text);
});
