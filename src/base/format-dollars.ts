/**
 * US dollars for people: at least two decimals, and as many as three significant digits need ("$12.40", "$0.041", "$0.000038").
 * Zero is "$0".
 */
export function formatDollars(dollars: number): string {
  if (dollars === 0) return '$0';
  const magnitude = Math.floor(Math.log10(Math.abs(dollars)));
  const decimals = Math.min(20, Math.max(2, 2 - magnitude));
  const [whole = '', fraction = ''] = Math.abs(dollars).toFixed(decimals).split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(2, '0');
  return `${dollars < 0 ? '−' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${kept}`;
}
