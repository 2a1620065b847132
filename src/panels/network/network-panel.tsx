import { useState } from 'react';
import { assertNever } from '#base/assert-never.ts';
import type { Recording } from '#model/recording.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Expansion } from '#ui/disclosure-section.tsx';
import { ExchangeDetail } from './exchange-detail.tsx';
import { ExchangeTable } from './exchange-table.tsx';

type NetworkPanelProps = {
  readonly recording: Recording;
  /** Every request made for this page, oldest first. */
  readonly exchanges: readonly Exchange[];
  readonly expansion: Expansion;
};

/** Every request made for this page, and one of them in detail: the first, until another is chosen. */
export function NetworkPanel({ recording, exchanges, expansion }: NetworkPanelProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const selected = exchanges.find(({ id }) => id === chosen) ?? exchanges[0];
  if (selected === undefined) {
    return (
      <p role="note" className="m-2 max-w-[76rem] rounded-md border border-line bg-raised px-3 py-2 text-secondary sm:m-3">
        {whyEmpty(recording)}
      </p>
    );
  }
  return (
    <div className="flex max-w-[76rem] flex-col gap-2 p-2 sm:p-3">
      <ExchangeTable exchanges={exchanges} selectedId={selected.id} onSelect={setChosen} />
      <ExchangeDetail key={selected.id} exchange={selected} expansion={expansion} />
    </div>
  );
}

function whyEmpty({ source }: Recording): string {
  switch (source.kind) {
    case 'file':
      return `No request was made: this response was opened from the file “${source.name}”.`;
    case 'paste':
      return 'No request was made: this response was pasted.';
    case 'api':
      return 'No request has been made for this response since the page was loaded. Fetch makes one, and it will be listed here.';
    default:
      return assertNever(source);
  }
}
