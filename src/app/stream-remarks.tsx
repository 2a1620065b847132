import { CircleAlert, Info } from 'lucide-react';
import { remarksSummary, streamRemarks, type StreamArrival, type StreamRemark } from '#model/stream-remarks.ts';
import type { FoldState } from '#model/fold-state.ts';

/** How a stream arrived, where there is something to say: one line, the details folded away when there are several. */
export function StreamRemarks({ folded, arrival }: { readonly folded: FoldState; readonly arrival: StreamArrival }) {
  const remarks = streamRemarks(folded, arrival);
  const [only, ...others] = remarks;
  if (only === undefined) return null;
  const isLoss = remarks.some((remark) => remark.isLoss);
  const Icon = isLoss ? CircleAlert : Info;
  return (
    <div role="note" className="flex gap-2 px-0.5 text-sm text-secondary">
      <Icon size={14} aria-hidden className={`mt-0.5 shrink-0 ${isLoss ? 'text-warning' : 'text-accent'}`} />
      {others.length === 0 ? (
        <p className="min-w-0 wrap-anywhere">{sentence(only.text)}</p>
      ) : (
        <details className="min-w-0">
          <summary className="rounded wrap-anywhere">{sentence(remarksSummary(remarks, arrival.reconnections))}</summary>
          <RemarkList remarks={remarks} />
        </details>
      )}
    </div>
  );
}

function RemarkList({ remarks }: { readonly remarks: readonly StreamRemark[] }) {
  return (
    <ul className="max-h-40 list-disc overflow-y-auto pl-5">
      {remarks.map(({ text }, position) => (
        <li key={`${position} ${text}`} className="wrap-anywhere">
          {sentence(text)}
        </li>
      ))}
    </ul>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
