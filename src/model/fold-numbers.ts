import { countBefore } from '#base/sorted.ts';
import type { NumberRange } from './fold-state.ts';

export type NumberVerdict = 'next' | 'gap' | 'late' | 'duplicate';

/** Keeps account of the sequence numbers that came. */
export type FoldNumbers = {
  /** Takes note of a number and says what it means. */
  readonly take: (number: number) => NumberVerdict;
  readonly first: () => number | null;
  readonly last: () => number | null;
  /** What is missing between first and last, ascending; the same array until something changes. */
  readonly missing: () => readonly NumberRange[];
};

export function createFoldNumbers(): FoldNumbers {
  let first: number | null = null;
  let last: number | null = null;
  /** Below `last`, what never came: also what lies before the first number, since a stream may be joined half-way. */
  const gaps: NumberRange[] = [];
  let published: readonly NumberRange[] | null = [];

  function take(number: number): NumberVerdict {
    if (last !== null && number <= last) return takeLate(number);
    const isFirst = last === null;
    const expected = last === null ? 0 : last + 1;
    first ??= number;
    last = number;
    if (number === expected) return 'next';
    gaps.push({ from: expected, to: number - 1 });
    published = null;
    return isFirst ? 'next' : 'gap';
  }

  function takeLate(number: number): NumberVerdict {
    const index = countBefore(gaps.length, (position) => (gaps[position]?.to ?? number) < number);
    const range = gaps[index];
    if (range === undefined || range.from > number) return 'duplicate';
    const before = { from: range.from, to: number - 1 };
    const after = { from: number + 1, to: range.to };
    gaps.splice(index, 1, ...[before, after].filter(({ from, to }) => from <= to));
    published = null;
    return 'late';
  }

  function missing(): readonly NumberRange[] {
    const start = first ?? 0;
    published ??= gaps.filter(({ from }) => from > start);
    return published;
  }

  return { take, first: () => first, last: () => last, missing };
}
