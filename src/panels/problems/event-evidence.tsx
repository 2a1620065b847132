import { createContext, useContext, useState } from 'react';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { familyOfStreamEvent } from '#model/event-items.ts';
import type { EventLog } from '#model/event-log.ts';
import { Button } from '#ui/button.tsx';
import { CodeBlock } from '#ui/code-block.tsx';

type EventEvidenceProps = {
  readonly log: EventLog;
  readonly events: readonly number[];
  readonly onShowEvent: (event: number) => void;
};

/** The event that the reader has travelled to; null at the end. */
export const CursorContext = createContext<number | null>(null);

const FIRST_SHOWN = 8;
/** As many sources as one wants to read under each other. */
const MOST_SOURCES = 8;

/** The events that prove something: each leads to its row in Stream; what they said is shown on demand. */
export function EventEvidence({ log, events, onShowEvent }: EventEvidenceProps) {
  const [hasSource, setHasSource] = useState(false);
  const sources = events.slice(0, MOST_SOURCES);
  return (
    <div className="min-w-0">
      <ul className="flex flex-wrap items-center gap-1">
        {events.slice(0, FIRST_SHOWN).map((event) => (
          <EventChip key={event} log={log} event={event} onShowEvent={onShowEvent} />
        ))}
        {events.length > FIRST_SHOWN ? (
          <li className="text-sm text-secondary">and {formatCount(events.length - FIRST_SHOWN, 'more event')}</li>
        ) : null}
        <li>
          <Button look="quiet" size="small" aria-expanded={hasSource} onClick={() => setHasSource(!hasSource)}>
            {hasSource ? 'Hide source' : 'Show source'}
          </Button>
        </li>
      </ul>
      {hasSource ? (
        <div className="mt-1">
          <CodeBlock
            code={sources.map((event) => log.sourceAt(event) ?? '').join('\n\n')}
            language="http"
            copyLabel={`Copy source of ${formatCount(sources.length, 'event')}`}
            scrolls={false}
          />
          {sources.length < events.length ? (
            <p className="mt-1 text-sm text-secondary">
              The first {sources.length} of {formatNumber(events.length)}.
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

type EventChipProps = { readonly log: EventLog; readonly event: number; readonly onShowEvent: (event: number) => void };

function EventChip({ log, event, onShowEvent }: EventChipProps) {
  const isCursor = useContext(CursorContext) === event;
  const row = log.at(event);
  if (row === undefined) return null;
  const number = row.sequenceNumber === null ? `${event} by arrival` : String(row.sequenceNumber);
  return (
    <li data-family={familyOfStreamEvent(row.type, null)} className="max-w-full min-w-0">
      <button
        type="button"
        title={isCursor ? 'You are at this event. Show it in Stream' : 'Show it in Stream'}
        aria-current={isCursor ? 'true' : undefined}
        onClick={() => onShowEvent(event)}
        className="inline-flex h-6 max-w-full min-w-0 items-center gap-1.5 rounded-md border border-line-strong px-1.5 font-mono text-sm hover:bg-inset aria-current:border-accent aria-current:bg-selected"
      >
        <span className="shrink-0 text-secondary">#{number}</span> <span className="truncate text-family">{row.type}</span>
      </button>
    </li>
  );
}
