import { describe, expect, it } from 'vitest';
import { createSpread } from './spread.ts';

function spreadOf(...values: readonly number[]) {
  const spread = createSpread();
  for (const value of values) spread.add(value);
  return spread;
}

describe('createSpread', () => {
  it('finds the middle and the far end of what it was given', () => {
    const spread = spreadOf(5, 1, 4, 2, 1000);
    expect(spread.quantile(0.5)).toBe(4);
    expect(spread.greatest()).toBe(1000);
    expect(spread.quantile(0)).toBe(1);
  });

  it('is at most two percent off among many', () => {
    const spread = spreadOf(...Array.from({ length: 100_000 }, (_, index) => index + 1));
    expect(Math.abs((spread.quantile(0.95) ?? 0) / 95_000 - 1)).toBeLessThan(0.02);
  });

  it('takes zeros, and says nothing of nothing', () => {
    expect(spreadOf(0, 0, 0, 7).quantile(0.5)).toBe(0);
    expect(spreadOf().quantile(0.5)).toBeNull();
  });
});
