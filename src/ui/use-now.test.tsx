// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useNow } from './use-now.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('is the time of now as soon as it is needed, and goes with the clock', () => {
  const { result, rerender } = renderHook((pace: number | null) => useNow(pace), { initialProps: null as number | null });
  expect(result.current).toBe(0);
  act(() => void vi.advanceTimersByTime(60_050));
  rerender(1000);
  expect(result.current).toBe(1_060_000);
  act(() => void vi.advanceTimersByTime(2500));
  expect(result.current).toBe(1_062_500);
  rerender(null);
  expect(result.current).toBe(0);
});
