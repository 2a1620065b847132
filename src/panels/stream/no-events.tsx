import type { ReactNode } from 'react';
import { formatCount } from '#base/format-number.ts';
import { Button } from '#ui/button.tsx';

type NoEventsProps = {
  readonly isLive: boolean;
  /** How many events there are to filter. */
  readonly total: number;
  readonly cleared: number;
  readonly isLooking: boolean;
  readonly onShowAll: () => void;
  readonly onUnfilter: () => void;
};

/** Stands in place of an empty table: why it is empty, and the way out. */
export function NoEvents({ isLive, total, cleared, isLooking, onShowAll, onUnfilter }: NoEventsProps) {
  if (isLooking) return <p className="p-6 text-center text-secondary">Looking…</p>;
  if (total > 0) {
    return (
      <Empty title="No event passes this filter">
        <Button size="small" onClick={onUnfilter}>
          Clear the filter
        </Button>
      </Empty>
    );
  }
  if (cleared > 0) {
    return (
      <Empty title={isLive ? 'Waiting for new events' : `${formatCount(cleared, 'event')} hidden by Clear`}>
        <Button size="small" onClick={onShowAll}>
          Show all
        </Button>
      </Empty>
    );
  }
  return <Empty title={isLive ? 'Waiting for the first event…' : 'The stream ended without an event'} />;
}

function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="sticky left-0 p-6 text-center text-secondary">
      <p className="mb-2 text-lg font-semibold text-text">{title}</p>
      {children}
    </div>
  );
}
