import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';

/** What went wrong with one item. A note and not an alert: many items may have failed, and none of them just now. */
export function ItemFailure({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div role="note" className="flex min-w-0 gap-2.5 rounded-md border border-error/40 bg-error/8 px-3 py-2">
      <CircleX size={15} aria-hidden className="mt-0.5 shrink-0 text-error" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">{title}</p>
        {children === undefined ? null : <div className="mt-0.5 min-w-0 text-secondary">{children}</div>}
      </div>
    </div>
  );
}
