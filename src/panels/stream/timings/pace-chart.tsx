import { formatDuration, formatMeasured } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import type { PaceBucket, PaceSeries } from '#model/text-pace.ts';
import { ACTIVITY_COLORS } from './activity-look.ts';

/** From the bottom up. */
const STACKED = ['text', 'tools', 'reasoning', 'other'] as const;
/** The height of the drawing in its own units. */
const HEIGHT = 100;

/** Characters a second over time, in the colours of what was written. */
export function PaceChart({ pace, mean }: { readonly pace: PaceSeries | null; readonly mean: number | null }) {
  const most = pace === null ? 0 : Math.max(...pace.buckets.map(sumOf));
  const perSecond = (characters: number) => Math.round((characters * 1000) / (pace?.milliseconds ?? 1000));
  return (
    <figure className="min-w-0">
      <figcaption className="flex items-baseline justify-between gap-2 text-sm text-secondary">
        <span>characters/s</span>
        <span className="tabular-nums">{pace === null ? 'none yet' : `at most ${formatNumber(perSecond(most))}`}</span>
      </figcaption>
      <div className="h-12 border-b border-line-strong">
        {pace === null ? null : (
          <svg
            role="img"
            aria-label={altText(pace, { mean, most: perSecond(most) })}
            viewBox={`0 0 ${pace.buckets.length} ${HEIGHT}`}
            preserveAspectRatio="none"
            className="size-full"
          >
            {STACKED.map((kind, layer) => (
              <path key={kind} d={barsOf(pace.buckets, layer, most)} style={{ fill: ACTIVITY_COLORS[kind] }} />
            ))}
          </svg>
        )}
      </div>
      <p aria-hidden className="flex h-4 justify-between text-xs text-tertiary tabular-nums">
        {pace === null ? null : (
          <>
            <span>{formatDuration(pace.start)}</span>
            <span>{formatDuration(pace.milliseconds)} a bar</span>
            <span>{formatDuration(endOf(pace))}</span>
          </>
        )}
      </p>
    </figure>
  );
}

/** One layer of the stack as the outline of its bars. */
function barsOf(buckets: readonly PaceBucket[], layer: number, most: number): string {
  const under = STACKED.slice(0, layer);
  const kind = STACKED[layer] ?? 'other';
  return buckets
    .map((bucket, place) => {
      if (bucket[kind] === 0) return '';
      const bottom = under.reduce((sum, below) => sum + bucket[below], 0);
      const top = HEIGHT - (HEIGHT * (bottom + bucket[kind])) / most;
      return `M${place} ${HEIGHT - (HEIGHT * bottom) / most}V${top.toFixed(2)}h1V${(HEIGHT - (HEIGHT * bottom) / most).toFixed(2)}z`;
    })
    .join('');
}

function altText(pace: PaceSeries, { mean, most }: { readonly mean: number | null; readonly most: number }): string {
  const average = mean === null ? '' : `${formatNumber(Math.round(mean))} on average, `;
  const place = pace.buckets.findIndex((bucket) => Math.round((sumOf(bucket) * 1000) / pace.milliseconds) === most);
  const at = formatMeasured(pace.start + Math.max(0, place) * pace.milliseconds);
  return `Characters a second from ${formatMeasured(pace.start)} to ${formatMeasured(endOf(pace))}: ${average}at most ${formatNumber(most)}, at ${at}`;
}

function sumOf({ text, tools, reasoning, other }: PaceBucket): number {
  return text + tools + reasoning + other;
}

function endOf({ start, milliseconds, buckets }: PaceSeries): number {
  return start + milliseconds * buckets.length;
}
