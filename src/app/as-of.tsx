import { createPortal } from 'react-dom';
import { formatNumber } from '#base/format-number.ts';
import { Entry } from './overview-entry.tsx';

type AsOfProps = {
  /** The event by arrival, from 0, and how many there are. */
  readonly event: number;
  readonly total: number;
};

/** In the overview: which moment of the stream it tells of. */
export function AsOfEntry({ event, total }: AsOfProps) {
  return (
    <Entry label="as of">
      <span className="tabular-nums">
        event <b>{formatNumber(event + 1)}</b> of {formatNumber(total)}
      </span>
    </Entry>
  );
}

/** The same in the status bar, where that has room for what is said of the response. */
export function AsOfNote({ event, total, slot }: AsOfProps & { readonly slot: Element | null }) {
  if (slot === null) return null;
  return createPortal(
    <span className="tabular-nums">
      as of event {formatNumber(event + 1)} of {formatNumber(total)}
    </span>,
    slot,
  );
}
