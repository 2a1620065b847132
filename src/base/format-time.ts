/** Unix seconds as a Date, or null when no calendar can hold them. Values too large for seconds are milliseconds sent by mistake. */
export function dateFromUnix(seconds: number): Date | null {
  const date = new Date(Math.abs(seconds) > 1e11 ? seconds : seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** "2026-11-22 14:02:11" in the reader's own time zone. */
export function formatLocalTime(date: Date): string {
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** "2026-11-22 13:02:11 UTC". */
export function formatUtcTime(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** How long ago `then` was, seen from `now` (both in milliseconds): "just now", "4 min ago", "yesterday", "12 days ago". */
export function formatAgo(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
