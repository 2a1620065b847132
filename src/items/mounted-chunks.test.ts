import { describe, expect, it } from 'vitest';
import { ChunkHeights, runsOf } from './mounted-chunks.ts';

/** "0 1-4 4": a number for each mounted chunk, a range for each space. */
function drawn(total: number, mounted: readonly number[]): string {
  return runsOf(total, (index) => mounted.includes(index))
    .map(({ kind, index, endIndex }) => (kind === 'rows' ? `${index}` : `(${index}-${endIndex})`))
    .join(' ');
}

describe('runsOf', () => {
  it('puts one space where several chunks are not mounted', () => {
    expect(drawn(48, [0, 1, 5])).toBe('0 1 (2-5) 5 (6-10)');
    expect(drawn(48, [9])).toBe('(0-9) 9');
    expect(drawn(0, [])).toBe('');
  });

  it('covers every row once, in order', () => {
    const runs = runsOf(48, (index) => index % 3 === 0);
    expect(runs[0]?.start).toBe(0);
    expect(runs.at(-1)?.end).toBe(48);
    for (const [index, run] of runs.entries()) expect(run.start).toBe(runs[index - 1]?.end ?? 0);
  });
});

describe('ChunkHeights', () => {
  it('takes chunks that were never measured for as high as those that were', () => {
    const heights = new ChunkHeights(30);
    expect(heights.heightOf(3)).toBe(150);
    heights.set(0, 500);
    heights.set(1, 700);
    expect(heights.heightOf(3)).toBe(600);
    heights.set(1, 900);
    expect(heights.heightOfAll({ start: 0, end: 3 })).toBe(500 + 900 + 700);
  });

  it('finds the chunk at a height', () => {
    const heights = new ChunkHeights(30);
    heights.set(4, 100);
    heights.set(5, 50);
    const range = { start: 4, end: 6 };
    expect([0, 99, 100, 149, 1_000].map((y) => heights.chunkAt(range, y))).toEqual([4, 4, 5, 5, 5]);
  });
});
