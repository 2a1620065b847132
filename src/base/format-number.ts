const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });
const PERCENT = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });

/** "1,204": grouped by thousands, the same in every locale so that screenshots and reports agree. */
export function formatNumber(value: number): string {
  return GROUPED.format(value);
}

/** A share of one as "61.9%". */
export function formatPercent(share: number): string {
  return PERCENT.format(share);
}

/** "1 item", "3 items": the count with its noun; `plural` when it is not noun + "s". */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`;
}
