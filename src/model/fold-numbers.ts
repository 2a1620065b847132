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
  readonly mark: () => NumbersMark;
};

/** Numbers as they were at some point. */
export type NumbersMark = { readonly first: number | null; readonly last: number | null; readonly gaps: readonly NumberRange[] };

export function createFoldNumbers(from: NumbersMark | null = null): FoldNumbers {
  let first = from?.first ?? null;
  let last = from?.last ?? null;
  /** Below `last`, what never came: also what lies before the first number, since a stream may be joined half-way. */
  const gaps: NumberRange[] = [...(from?.gaps ?? [])];
  let published: readonly NumberRange[] | null = null;
  /** A copy of `gaps` as they are. */
  let marked: readonly NumberRange[] | null = null;

  function take(number: number): NumberVerdict {
    if (last !== null && number <= last) return takeLate(number);
    const isFirst = last === null;
    const expected = last === null ? 0 : last + 1;
    first ??= number;
    last = number;
    if (number === expected) return 'next';
    gaps.push({ from: expected, to: number - 1 });
    published = marked = null;
    return isFirst ? 'next' : 'gap';
  }

  function takeLate(number: number): NumberVerdict {
    const index = countBefore(gaps.length, (position) => (gaps[position]?.to ?? number) < number);
    const range = gaps[index];
    if (range === undefined || range.from > number) return 'duplicate';
    const before = { from: range.from, to: number - 1 };
    const after = { from: number + 1, to: range.to };
    gaps.splice(index, 1, ...[before, after].filter((part) => part.from <= part.to));
    published = marked = null;
    return 'late';
  }

  function missing(): readonly NumberRange[] {
    const start = first ?? 0;
    published ??= gaps.filter((gap) => gap.from > start);
    return published;
  }

  function mark(): NumbersMark {
    marked ??= [...gaps];
    return { first, last, gaps: marked };
  }

  return { take, first: () => first, last: () => last, missing, mark };
}
