import { describe, expect, it } from 'vitest';
import { createTextPace } from './text-pace.ts';

describe('createTextPace', () => {
  it('tells the mean, and the last five seconds apart', () => {
    const pace = createTextPace();
    pace.add(1000, 10, 'text');
    pace.add(20_000, 5, 'text');
    expect(pace.total()).toBe(15);
    expect(pace.mean(0, 20_000)).toBe(0.75);
    expect(pace.recent(0, 20_000)).toBe(1);
    expect(pace.recent(0, 40_000)).toBe(0);
  });

  it('says nothing of what is too short', () => {
    const pace = createTextPace();
    pace.add(300, 3, 'text');
    expect(pace.mean(0, 300)).toBeNull();
    expect(pace.recent(0, 300)).toBeNull();
  });

  it('puts what was written into buckets, by what it was', () => {
    const pace = createTextPace();
    expect(pace.series()).toBeNull();
    pace.add(1010, 4, 'reasoning');
    pace.add(1600, 6, 'text');
    pace.add(1700, 1, 'tools');
    const empty = { reasoning: 0, tools: 0, text: 0, other: 0 };
    expect(pace.series()).toEqual({
      start: 1000,
      milliseconds: 250,
      buckets: [{ ...empty, reasoning: 4 }, empty, { ...empty, text: 6, tools: 1 }],
    });
  });

  it('takes wider buckets for a longer time, and loses nothing', () => {
    const pace = createTextPace();
    for (let second = 0; second < 3600; second += 1) pace.add(1000 * second, 2, 'text');
    const series = pace.series();
    expect(series?.buckets.length).toBeLessThanOrEqual(240);
    expect(series?.buckets.reduce((sum, { text }) => sum + text, 0)).toBe(7200);
    expect((series?.milliseconds ?? 0) * (series?.buckets.length ?? 0)).toBeGreaterThanOrEqual(3_599_000);
  });
});
