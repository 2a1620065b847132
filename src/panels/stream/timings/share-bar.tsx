import { formatMeasured } from '#base/format-duration.ts';
import { ACTIVITY_KINDS, type ActivityKind, type TimeShares } from '#model/time-shares.ts';
import { ACTIVITY_FILLS } from './activity-look.ts';
import { Explained } from './explained.tsx';

const HOW =
  'The time before an event counts for the item that it is about, and the time before a new item for the item still open that began last. Waiting is what came before the first item; other is what lies between items, and time without a connection.';
const WORDS: Readonly<Record<ActivityKind, string>> = {
  waiting: 'waiting',
  reasoning: 'reasoning',
  tools: 'tools',
  text: 'text',
  other: 'other',
};

/** What the whole time went into, as one bar and in words. */
export function ShareBar({ shares, onTell }: { readonly shares: TimeShares; readonly onTell: (how: string) => void }) {
  const whole = ACTIVITY_KINDS.reduce((sum, kind) => sum + shares[kind], 0);
  const share = (kind: ActivityKind) => (whole === 0 ? 0 : shares[kind] / whole);
  return (
    <section aria-label="Where the time went">
      <Explained name="where the time went" how={HOW} onTell={onTell} className="text-sm text-secondary">
        where the time went
      </Explained>
      <div aria-hidden className="flex h-3 overflow-hidden rounded-sm bg-inset">
        {ACTIVITY_KINDS.filter((kind) => shares[kind] > 0).map((kind) => (
          <span
            key={kind}
            className="h-full min-w-0.5 border-r border-bg last:border-r-0"
            style={{ ...ACTIVITY_FILLS[kind], width: `${100 * share(kind)}%` }}
          />
        ))}
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 text-sm">
        {ACTIVITY_KINDS.map((kind) => (
          <li key={kind} className="flex min-w-0 items-center gap-1.5 whitespace-nowrap">
            <span aria-hidden className="inline-block size-2.5 shrink-0 rounded-[2px]" style={ACTIVITY_FILLS[kind]} />
            <span className="text-secondary">{WORDS[kind]}</span>
            <span className="tabular-nums">{formatMeasured(shares[kind])}</span>
            <span className="text-secondary tabular-nums">{Math.round(100 * share(kind))}%</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
