/** A span for people, from milliseconds: "0 ms", "214 ms", "2.4 s", "41 s", "3 min 5 s", "2 h 4 min", "3 d 2 h". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1).replace('.0', '')} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return pair(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(seconds / 3600);
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

/** The same to a tenth of a second below a minute, for what is measured and compared: "41.8 s". */
export function formatMeasured(milliseconds: number): string {
  const isLonger = milliseconds >= 9_950 && milliseconds < 59_950;
  return isLonger ? `${(milliseconds / 1000).toFixed(1)} s` : formatDuration(milliseconds);
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
