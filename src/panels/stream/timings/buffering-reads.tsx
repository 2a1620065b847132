import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { formatBytes } from '#base/format-bytes.ts';
import { formatMeasured } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import type { BufferingVerdict } from '#model/buffering.ts';
import type { ReadBurst } from '#model/read-bursts.ts';
import { readsWords } from '#model/timing-figures.ts';
import type { Timings } from '#model/timings.ts';

/** More rows than this are no more proof. */
const MOST_ROWS = 60;

const LOOKS: Readonly<Record<BufferingVerdict['outcome'], { readonly Icon: typeof CircleCheck; readonly color: string }>> = {
  buffering: { Icon: TriangleAlert, color: 'text-warning' },
  maybe: { Icon: CircleHelp, color: 'text-accent' },
  'no-sign': { Icon: CircleCheck, color: 'text-good' },
};

type BufferingReadsProps = {
  readonly reads: Timings['reads'];
  readonly verdict: BufferingVerdict;
  /** What readers call an event. */
  readonly numberOf: (event: number) => number;
  readonly onSelect: (event: number) => void;
};

/** Whether something on the way held events back, and the reads that speak for it. */
export function BufferingReads({ reads, verdict, numberOf, onSelect }: BufferingReadsProps) {
  const { outcome, text, meaning, evidence } = verdict;
  const { Icon, color } = LOOKS[outcome];
  const hidden = evidence.length - MOST_ROWS;
  return (
    <section aria-label="Buffering" className="min-w-0">
      <h2 className="text-sm text-secondary">{readsWords(reads)}</h2>
      <p className="flex gap-1.5 font-medium">
        <Icon size={14} aria-hidden className={`mt-0.5 shrink-0 ${color}`} />
        <span className="min-w-0">{text}</span>
      </p>
      <p className="text-sm text-secondary">{meaning}</p>
      {evidence.length === 0 ? null : (
        <div className="overflow-x-auto">
          <table className="mt-1 w-full text-right text-sm whitespace-nowrap tabular-nums">
            <caption className="sr-only">Reads that brought several events, and how long nothing had come before each</caption>
            <thead className="text-secondary">
              <tr>
                {['read', 'events', 'size', 'at', 'after'].map((title) => (
                  <th key={title} scope="col" className="pl-3 font-normal first:pl-0 first:text-left">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {evidence.slice(0, MOST_ROWS).map((burst) => (
                <ReadRow key={burst.from} burst={burst} numberOf={numberOf} onSelect={onSelect} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hidden <= 0 ? null : <p className="text-sm text-tertiary">and {formatNumber(hidden)} more like these</p>}
    </section>
  );
}

type ReadRowProps = Omit<BufferingReadsProps, 'reads' | 'verdict'> & { readonly burst: ReadBurst };

function ReadRow({ burst, numberOf, onSelect }: ReadRowProps) {
  const { firstRead, lastRead, from, to, byteCount, arrival, pause } = burst;
  return (
    <tr className="border-t border-line/60">
      <th scope="row" className="h-5.5 text-left font-normal">
        {rangeText(firstRead + 1, lastRead + 1)}
      </th>
      <td className="pl-3">
        <button
          type="button"
          title="Go to its first event"
          onClick={() => onSelect(from)}
          className="font-mono text-accent underline underline-offset-2"
        >
          #{rangeText(numberOf(from), numberOf(to))}
        </button>
      </td>
      <td className="pl-3">{formatBytes(byteCount)}</td>
      <td className="pl-3">{(arrival / 1000).toFixed(3)} s</td>
      <td className="pl-3">{pause === null ? '–' : formatMeasured(pause)}</td>
    </tr>
  );
}

function rangeText(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}
