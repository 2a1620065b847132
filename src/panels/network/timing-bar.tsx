import type { Exchange } from '#protocol/exchange.ts';
import { phasesOf, type Phase } from './timing.ts';

const FILLS: Readonly<Record<Phase['name'], string>> = {
  waiting: 'bg-line-strong',
  'first byte': 'bg-system',
  download: 'bg-accent',
};

/** The phases of one exchange on the scale of `span`; the numbers stand beside it. */
export function TimingBar({
  exchange,
  span,
}: {
  readonly exchange: Exchange;
  readonly span: { readonly start: number; readonly length: number };
}) {
  const offset = exchange.timings.startedAt - span.start;
  return (
    <span aria-hidden className="relative block h-2 w-full min-w-16 rounded-sm bg-inset">
      {phasesOf(exchange).map(({ name, from, to }) => (
        <span
          key={name}
          className={`absolute h-full min-w-0.5 rounded-[1px] ${FILLS[name]}`}
          style={{
            left: `min(${(100 * (offset + from)) / span.length}%, calc(100% - 2px))`,
            width: `${(100 * (to - from)) / span.length}%`,
          }}
        />
      ))}
    </span>
  );
}

/** The key to the bars. */
export function TimingLegend() {
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-secondary">
      {(['waiting', 'first byte', 'download'] as const).map((name) => (
        <span key={name} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={`inline-block h-2 w-3 rounded-[1px] ${FILLS[name]}`} />
          {name === 'waiting' ? 'waiting for headers' : name === 'first byte' ? 'headers to first byte' : 'download'}
        </span>
      ))}
    </p>
  );
}
