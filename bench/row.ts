/** One row of the table: what was measured, against what, and whether it is within its budget. */
export type BenchRow = {
  readonly work: string;
  /** What we took, with its unit. */
  readonly measured: string;
  /** The floor or peer of the same run, with its unit; empty where the budget is absolute. */
  readonly against: string;
  /** The budget in words, such as "≤ 1.5×". */
  readonly budget: string;
  readonly isWithin: boolean;
};

/** A row whose budget is a multiple of something measured in the same run. Both times are in milliseconds. */
export function ratioRow(row: {
  readonly work: string;
  readonly ours: number;
  readonly floor: number;
  readonly floorName: string;
  readonly limit: number;
}): BenchRow {
  const ratio = row.ours / row.floor;
  return {
    work: row.work,
    measured: `${formatMilliseconds(row.ours)}${ratio === Infinity ? '' : ` (${ratio.toFixed(2)}×)`}`,
    against: `${row.floorName}: ${formatMilliseconds(row.floor)}`,
    budget: `≤ ${row.limit}×`,
    isWithin: ratio <= row.limit,
  };
}

/** Infinity stands for what was not waited for. */
export function formatMilliseconds(value: number): string {
  if (value === Infinity) return 'did not end';
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

/** The middle one; the mean of the middle two would be a time that nothing took. */
export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN;
}

export function asMarkdownTable(rows: readonly BenchRow[]): string {
  const lines = rows.map(
    ({ work, measured, against, budget, isWithin }) =>
      `| ${work} | ${measured} | ${against} | ${budget} | ${isWithin ? 'yes' : '**no**'} |`,
  );
  return ['| work | measured | against | budget | within |', '|---|---|---|---|---|', ...lines].join('\n');
}
