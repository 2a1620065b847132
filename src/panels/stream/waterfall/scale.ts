/** What runs across: milliseconds since the request, or the numbers of events in order of arrival. */
export type ScaleKind = 'time' | 'number';

/** A stretch of what runs across. */
export type Stretch = { readonly from: number; readonly to: number };

/** How a stretch lies on so many pixels. */
export type Scale = Stretch & { readonly kind: ScaleKind; readonly width: number };

/** Left and right of what fits, in pixels: a tick at the very end is seen. */
const MARGIN = 8;
/** Nothing narrower can be looked at: milliseconds, or events. */
const NARROWEST: Readonly<Record<ScaleKind, number>> = { time: 2, number: 4 };

/** In pixels from the left. */
export function xOf({ from, to, width }: Scale, value: number): number {
  return MARGIN + ((value - from) / (to - from)) * Math.max(1, width - 2 * MARGIN);
}

export function valueAt({ from, to, width }: Scale, x: number): number {
  return from + ((x - MARGIN) / Math.max(1, width - 2 * MARGIN)) * (to - from);
}

/** All there is, from the request or the first event on. `end` is the last arrival, or how many events there are; while more come, there is room for them. */
export function wholeStretch(kind: ScaleKind, end: number, isLive: boolean): Stretch {
  return { from: 0, to: Math.max(isLive ? roundUp(end) : end, NARROWEST[kind]) };
}

/** The next number with one or two figures that means something: what grows moves only now and then. */
function roundUp(end: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(end, 1)));
  const step = [1, 1.5, 2, 3, 4, 6, 8, 10].find((one) => one * power > end);
  return (step ?? 15) * power;
}

/** `stretch` made narrower (`factor` below 1) or wider around `around`, as far as there is anything; null when that is all there is. */
export function zoomed(stretch: Stretch, factor: number, around: number, whole: Stretch, kind: ScaleKind): Stretch | null {
  const length = Math.max(NARROWEST[kind], (stretch.to - stretch.from) * factor);
  if (length >= whole.to - whole.from) return null;
  const share = (around - stretch.from) / (stretch.to - stretch.from);
  return within({ from: around - share * length, to: around + (1 - share) * length }, whole);
}

/** `stretch` moved by so much, as far as there is anything. */
export function panned(stretch: Stretch, by: number, whole: Stretch): Stretch {
  return within({ from: stretch.from + by, to: stretch.to + by }, whole);
}

function within({ from, to }: Stretch, whole: Stretch): Stretch {
  const length = to - from;
  const start = Math.min(Math.max(from, whole.from), Math.max(whole.from, whole.to - length));
  return { from: start, to: start + length };
}

/** Between two lines of the axis there are at least so many pixels. */
const BETWEEN_LINES = 72;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const LONG_STEPS = [1, 2, 5, 10, 15, 30]
  .flatMap((each) => [each * SECOND, each * MINUTE, each * HOUR])
  .toSorted((one, other) => one - other);

/** Where the axis has lines, as values, and how far they are from each other. */
export function linesOf(scale: Scale): { readonly step: number; readonly values: readonly number[] } {
  const { from, to, kind, width } = scale;
  const least = ((to - from) / Math.max(1, width - 2 * MARGIN)) * BETWEEN_LINES;
  const step = stepAbove(kind, least);
  const first = Math.max(0, Math.ceil(valueAt(scale, 0) / step));
  const last = Math.floor(valueAt(scale, width) / step);
  return { step, values: Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step) };
}

function stepAbove(kind: ScaleKind, least: number): number {
  const long = kind === 'time' && least > SECOND / 2 ? LONG_STEPS.find((step) => step >= least) : undefined;
  if (long !== undefined) return long;
  const power = 10 ** Math.floor(Math.log10(Math.max(least, kind === 'number' ? 1 : 1e-3)));
  return ([1, 2, 5].find((one) => one * power >= least) ?? 10) * power;
}

/** "12.5 s", "850 ms", "2:30", "1:02:30": as exact as lines so far from each other need it. */
export function timeLabel(milliseconds: number, step: number): string {
  if (step < 10 && milliseconds < SECOND) return `${Number(milliseconds.toFixed(3))} ms`;
  if (milliseconds < SECOND && milliseconds > 0 && step < SECOND) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < MINUTE || step < SECOND) return `${(milliseconds / SECOND).toFixed(decimalsOf(step / SECOND))} s`;
  const seconds = Math.round(milliseconds / SECOND);
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3600 ? rest.replace(/^0/, '') : `${Math.floor(seconds / 3600)}:${rest}`;
}

function decimalsOf(step: number): number {
  return Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}
