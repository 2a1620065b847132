import { Ban, ClipboardCopy, Pause, Play } from 'lucide-react';
import { useId } from 'react';
import { formatNumber } from '#base/format-number.ts';
import { problemsOf, type EventFilter } from '#model/event-filter.ts';
import { suggestWords, type Occurring } from '#model/event-suggestions.ts';
import { Button } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { SuggestInput } from '#ui/suggest-input.tsx';
import type { EventTimes } from './arrival-words.ts';
import { FamilyChips } from './family-chips.tsx';
import type { CopyProgress } from './use-copy-all.ts';

const TIMES = [
  { value: 'start', title: 'Start' },
  { value: 'previous', title: 'Gap' },
  { value: 'clock', title: 'Clock' },
] as const;

export type StreamBarProps = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly filter: EventFilter;
  readonly occurring: Occurring;
  readonly presentFamilies: ReadonlySet<string>;
  /** How many events are shown, of how many. */
  readonly shown: number;
  readonly total: number;
  readonly isLooking: boolean;
  /** What the reader should know of the filter or the times, as sentences. */
  readonly notes: readonly string[];
  /** Null where no arrivals are known. */
  readonly times: EventTimes | null;
  readonly onTimes: (times: EventTimes) => void;
  /** Null when nothing more is expected. */
  readonly pause: { readonly isPaused: boolean; readonly waiting: number; readonly onToggle: () => void } | null;
  /** How many events `Clear` hides. */
  readonly cleared: number;
  readonly onClear: () => void;
  readonly onShowAll: () => void;
  readonly onCopyAll: (how: 'lines' | 'sse') => void;
  readonly copying: CopyProgress;
};

/** What the table shows, and what can be done with all of it. */
export function StreamBar(props: StreamBarProps) {
  const { text, onText, filter, occurring, shown, total, isLooking, times, pause, cleared } = props;
  const id = useId();
  const said = [...problemsOf(filter), ...props.notes];
  const problems = problemsOf(filter).length;
  return (
    <div className="flex flex-col gap-1 border-b border-line px-2.5 py-1.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <div className="flex min-w-64 flex-1 basis-80 items-center">
          <SuggestInput
            label="Filter events"
            placeholder="Filter: text, /regex/, type:delta, gap>500ms"
            value={text}
            onChange={onText}
            suggest={(value, caret) => suggestWords(value, caret, occurring)}
            isInvalid={problems > 0}
            describedBy={said.length === 0 ? undefined : id}
          >
            <span data-event-count className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-sm text-secondary">
              {shown === total && !isLooking
                ? `${formatNumber(total)} events`
                : `${formatNumber(shown)}${isLooking ? '…' : ''} of ${formatNumber(total)}`}
            </span>
          </SuggestInput>
        </div>
        <FamilyChips text={text} onChange={onText} present={props.presentFamilies} />
        <div className="ml-auto flex flex-wrap items-center gap-1">
          {times === null ? null : <Segmented label="Times since" options={TIMES} value={times} onChange={props.onTimes} />}
          {pause === null ? null : (
            <Button
              look="quiet"
              size="small"
              aria-pressed={pause.isPaused}
              onClick={pause.onToggle}
              title={pause.isPaused ? 'Show what arrives again' : 'Stop showing what arrives; receiving goes on'}
            >
              {pause.isPaused ? <Play size={13} aria-hidden /> : <Pause size={13} aria-hidden />}
              {pause.isPaused ? `Go on${pause.waiting === 0 ? '' : ` · ${formatNumber(pause.waiting)} waiting`}` : 'Pause'}
            </Button>
          )}
          <Button look="quiet" size="small" onClick={props.onClear} disabled={total === 0} title="Hide the events so far">
            <Ban size={13} aria-hidden />
            Clear
          </Button>
          <CopyAll {...props} />
        </div>
      </div>
      {said.length === 0 && cleared === 0 ? null : (
        <div className="flex flex-wrap items-center gap-x-3 text-sm text-secondary">
          <p id={id} aria-live="polite" className={problems > 0 ? 'text-warning' : ''}>
            {said.join(' ')}
          </p>
          {cleared === 0 ? null : (
            <p>
              {formatNumber(cleared)} earlier hidden{' '}
              <button type="button" onClick={props.onShowAll} className="text-accent underline underline-offset-2">
                Show all
              </button>
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function CopyAll({ onCopyAll, copying, shown }: StreamBarProps) {
  const said = copying?.kind === 'running' ? `Copying ${formatNumber(copying.done)}…` : (copying?.words ?? '');
  return (
    <span className="flex items-center">
      <span aria-live="polite" className="px-1 text-sm text-secondary empty:hidden">
        {said}
      </span>
      <Button
        look="quiet"
        size="small"
        disabled={shown === 0}
        onClick={() => onCopyAll('lines')}
        title="Copy all events shown, as JSON lines"
      >
        <ClipboardCopy size={13} aria-hidden />
        <span>
          <span className="max-sm:sr-only">Copy </span>JSONL
        </span>
      </Button>
      <Button
        look="quiet"
        size="small"
        disabled={shown === 0}
        onClick={() => onCopyAll('sse')}
        title="Copy all events shown, as they were sent"
      >
        <ClipboardCopy size={13} aria-hidden />
        <span>
          <span className="max-sm:sr-only">Copy </span>SSE
        </span>
      </Button>
    </span>
  );
}
