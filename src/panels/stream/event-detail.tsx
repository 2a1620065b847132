import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useMemo, useState, type MouseEvent, type ReactNode } from 'react';
import { formatBytes } from '#base/format-bytes.ts';
import { formatDuration } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import { eventAsJson, eventAsSse } from '#model/event-text.ts';
import { goTo, hrefOf } from '#state/address.ts';
import { withView, type UrlState } from '#state/url-state.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import type { Expansion } from '#ui/disclosure-section.tsx';
import { JsonTree } from '#ui/json-tree.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { VirtualText } from '#ui/virtual-text.tsx';
import { commentsBefore, notesOn } from './event-marks.ts';
import { EventProblems } from './event-problems.tsx';
import { itemOf, rowProps, targetText, type RowSource } from './row-props.ts';

/** Bigger events are parsed when that is asked for, so that walking over them stays quick. In bytes. */
const PARSED_AT_ONCE = 2_000_000;
const OPEN_LEVELS = 3;
const VIEWS = [
  { value: 'parsed', title: 'Parsed' },
  { value: 'source', title: 'Source' },
] as const;
type DetailView = (typeof VIEWS)[number]['value'];

type EventDetailProps = {
  readonly event: number;
  readonly source: RowSource;
  readonly url: UrlState;
  readonly expansion: Expansion;
  /** Shows in Problems what was found at the event. */
  readonly onShowProblems: () => void;
  /** Goes to the event shown before or after; null where there is none. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
};

/** One event whole: what it says, as it was sent, and the item it is about. */
export function EventDetail({ event, source, url, expansion, onShowProblems, onPrevious, onNext, onClose }: EventDetailProps) {
  const [view, setView] = useState<DetailView>('parsed');
  const { log } = source;
  const props = rowProps(event, source);
  if (props === undefined) return null;
  return (
    <section aria-label="Event" data-family={props.family} className="flex h-full min-h-0 flex-col bg-bg">
      <div className="flex items-center gap-1 border-b border-line bg-raised py-0.5 pr-1 pl-3">
        <h2
          className={`min-w-0 flex-1 truncate font-mono text-sm font-semibold ${props.isBroken ? 'text-error' : 'text-family'}`}
          title={props.type}
        >
          {props.type}
        </h2>
        <IconButton label="Previous event" onPress={onPrevious}>
          <ChevronUp size={14} aria-hidden />
        </IconButton>
        <IconButton label="Next event" onPress={onNext}>
          <ChevronDown size={14} aria-hidden />
        </IconButton>
        <IconButton label="Close the event" onPress={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <div className="flex flex-col gap-1.5 border-b border-line px-3 py-2 text-sm text-secondary">
        <p className="font-mono">{factsLine(event, source, props.number)}</p>
        <Changed event={event} source={source} url={url} />
        <Notes event={event} source={source} />
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Segmented label="Show event as" options={VIEWS} value={view} onChange={setView} />
          <span className="ml-auto flex">
            <CopyButton label="Copy JSON" text={() => eventAsJson(log, event)} />
            <CopyButton label="Copy SSE" text={() => eventAsSse(log, event)} />
          </span>
        </div>
      </div>
      {view === 'parsed' ? (
        <div className="min-h-0 flex-1 overflow-auto p-2">
          <Parsed key={event} event={event} source={source} expansion={expansion} />
        </div>
      ) : (
        <Source event={event} source={source} />
      )}
      <EventProblems occurrences={source.problems.atEvent(event)} onShow={onShowProblems} />
    </section>
  );
}

type OfEvent = { readonly event: number; readonly source: RowSource };

/** "#812 · 28.914 s · +3 ms · 312 B · read 96". */
function factsLine(event: number, source: RowSource, number: string): string {
  const { log, clock } = source;
  const row = log.at(event);
  if (row === undefined) return '';
  const before = event === 0 ? undefined : log.at(event - 1);
  const times =
    clock.startedAt === null
      ? ['arrival not known']
      : [
          `${(row.arrival / 1000).toFixed(3)} s`,
          before === undefined ? '' : `${formatDuration(row.arrival - before.arrival)} after the one before`,
        ];
  return [
    `#${number}`,
    number === String(event) ? '' : `${formatNumber(event)} by arrival`,
    ...times,
    formatBytes(row.length),
    clock.startedAt === null ? '' : `read ${row.read + 1}`,
    row.connection === 0 ? '' : `connection ${row.connection + 1}`,
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** The item that the event is about, as a link to it in Output. */
function Changed({ event, source, url }: OfEvent & { readonly url: UrlState }) {
  const item = itemOf(event, source);
  const facts = source.factsOf(event);
  const target = targetText(source.log.at(event)?.outputIndex ?? null, facts, item);
  if (item === undefined) return target === '' ? null : <p>About {target}</p>;
  const there = { ...withView(url, 'output'), item: item.name };
  function follow(press: MouseEvent) {
    if (press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return;
    press.preventDefault();
    goTo(there, 'push');
  }
  return (
    <p className="min-w-0 truncate">
      Item{' '}
      <a href={hrefOf(there)} onClick={follow} className="text-accent underline underline-offset-2">
        {target}
      </a>{' '}
      <span className="font-mono text-tertiary">{item.id}</span>
    </p>
  );
}

function Notes({ event, source }: OfEvent) {
  const notes = notesOn(event, source.log, source.notices.get(event) ?? [], source.factsOf(event).problem);
  const comments = commentsBefore(source.log, event);
  return (
    <>
      {notes.map((note) => (
        <p key={note} role="note" className="text-warning">
          {note}
        </p>
      ))}
      {comments.length === 0 ? null : (
        <p>
          Comments before it:{' '}
          <code className="font-mono">
            {[...new Set(comments)]
              .slice(0, 5)
              .map((text) => `: ${text}`)
              .join('  ')}
          </code>
        </p>
      )}
    </>
  );
}

function Parsed({ event, source, expansion }: OfEvent & { readonly expansion: Expansion }) {
  const { log } = source;
  const size = log.at(event)?.length ?? 0;
  const [isAsked, setAsked] = useState(size <= PARSED_AT_ONCE);
  const parsed = useMemo(() => (isAsked ? log.eventAt(event) : null), [isAsked, log, event]);
  const opening = useMemo(
    () => (expansion === null ? null : { levels: expansion.to === 'all' ? Infinity : 0, pages: 'first' as const }),
    [expansion],
  );
  if (parsed === null) return <Button onClick={() => setAsked(true)}>Parse {formatBytes(size)}</Button>;
  if (parsed?.kind === 'event') return <JsonTree value={parsed.json} label="Event" expandLevels={OPEN_LEVELS} opening={opening} />;
  return (
    <p className="p-1 text-secondary">
      {parsed?.kind === 'done' ? 'The server says that nothing more comes.' : `There is nothing to parse: ${parsed?.problem}.`}
    </p>
  );
}

function Source({ event, source }: OfEvent) {
  const text = useMemo(() => source.log.sourceAt(event) ?? '', [source.log, event]);
  return <VirtualText text={text} label="Source of the event" className="min-h-24 flex-1 py-1" />;
}

type IconButtonProps = { readonly label: string; readonly onPress: (() => void) | null; readonly children: ReactNode };

function IconButton({ label, onPress, children }: IconButtonProps) {
  return (
    <Button look="quiet" size="small" aria-label={label} title={label} disabled={onPress === null} onClick={() => onPress?.()}>
      {children}
    </Button>
  );
}
