import type { ReactNode } from 'react';
import { numberOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { formatDuration } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import { dateFromUnix, formatLocalTime, formatUtcTime } from '#base/format-time.ts';
import type { Recording } from '#model/recording.ts';
import { readUsage } from '#model/usage.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import type { UrlState } from '#state/url-state.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { AsOfEntry } from './as-of.tsx';
import { Entry } from './overview-entry.tsx';
import { isRunning, OverviewBadge, type Progress } from './overview-badge.tsx';
import { StreamEntries } from './stream-entries.tsx';
import { TextLink } from './text-link.tsx';
import { TokenBar } from './token-bar.tsx';

type OverviewStripProps = {
  readonly recording: Recording;
  readonly progress: Progress | null;
  readonly url: UrlState;
  /** The event of the stream that `recording` stood at, from 0, of how many there are now; null for the end. */
  readonly asOf: { readonly event: number; readonly total: number } | null;
  /** What can be done with the response; at the end of the line. */
  readonly actions?: ReactNode;
};

/** The response at a glance, visible on every tab. */
export function OverviewStrip({ recording, progress, url, asOf, actions }: OverviewStripProps) {
  const { response } = recording;
  const isLive = asOf !== null || (progress !== null && isRunning(progress));
  // What is known from the beginning, or not before the end, makes room for how fast it comes: the line must not break while it grows.
  const isStreaming = isLive && recording.kind === 'stream';
  return (
    <section aria-label="Overview" className="flex shrink-0 flex-wrap items-center gap-x-3.5 gap-y-1 border-b border-line px-3 py-1.5">
      <OverviewBadge recording={recording} progress={progress} />
      <OwnId recording={recording} />
      <Entry label="model">
        <span className="font-mono font-semibold">{words(response['model'], isLive)}</span>
      </Entry>
      {asOf === null ? null : <AsOfEntry {...asOf} />}
      {recording.kind === 'stream' && asOf === null ? <StreamEntries recording={recording} isLive={isLive} url={url} /> : null}
      <Took created={numberOf(response['created_at'])} completed={numberOf(response['completed_at'])} />
      <Tokens recording={recording} isLive={isLive} />
      <div className={isStreaming ? 'max-2xl:hidden' : 'contents'}>
        <Created seconds={numberOf(response['created_at'])} />
      </div>
      <Previous id={stringOf(response['previous_response_id'])} url={url} />
      <Conversation value={response['conversation']} />
      {actions === undefined ? null : <div className="ml-auto flex items-center">{actions}</div>}
    </section>
  );
}

function words(value: JsonValue | undefined, isLive: boolean): string {
  if (value === undefined) return isLive ? 'not told yet' : 'not sent';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The ID, where the form above does not say it already: for files, and when a server answers with another one. */
function OwnId({ recording: { response, source } }: { readonly recording: Recording }) {
  const id = stringOf(response['id']);
  if (source.kind === 'api' && (id === null || id === source.responseId)) return null;
  return (
    <Entry label="id">
      <code className="max-w-52 truncate font-mono" title={id ?? undefined}>
        {id ?? 'not sent'}
      </code>
      {id === null ? null : <CopyButton iconOnly label="Copy ID" text={id} />}
    </Entry>
  );
}

function Took({ created, completed }: { readonly created: number | null; readonly completed: number | null }) {
  if (created === null || completed === null || completed < created) return null;
  const milliseconds = (completed - created) * (created > 1e11 ? 1 : 1000);
  const text = milliseconds < 1000 ? 'under 1 s' : formatDuration(milliseconds);
  return (
    <Entry label="took">
      <span title="completed_at − created_at; the server counts whole seconds">{text}</span>
    </Entry>
  );
}

function Tokens({ recording, isLive }: { readonly recording: Recording; readonly isLive: boolean }) {
  const usage = readUsage(recording.response);
  if (usage === null) {
    return (
      <div className={isLive ? (recording.kind === 'stream' ? 'max-2xl:hidden' : 'max-sm:hidden') : ''}>
        <Entry label="tokens">{isLive ? 'not counted yet' : 'not counted'}</Entry>
      </div>
    );
  }
  const details = [
    ...(usage.cached === null || usage.cached === 0 ? [] : [`${formatNumber(usage.cached)} cached`]),
    ...(usage.reasoning === null || usage.reasoning === 0 ? [] : [`${formatNumber(usage.reasoning)} reasoning`]),
  ];
  return (
    <Entry label="tokens">
      <b>{usage.input === null ? '?' : formatNumber(usage.input)}</b> in
      <TokenBar usage={usage} />
      <b>{usage.output === null ? '?' : formatNumber(usage.output)}</b> out
      {details.length === 0 ? null : (
        <span className={`text-sm text-tertiary ${recording.kind === 'stream' ? 'max-2xl:hidden' : 'max-lg:hidden'}`}>
          {details.join(' · ')}
        </span>
      )}
    </Entry>
  );
}

function Created({ seconds }: { readonly seconds: number | null }) {
  const date = seconds === null ? null : dateFromUnix(seconds);
  if (date === null) return null;
  return (
    <Entry label="created" isLabelled="wide">
      <time dateTime={date.toISOString()} title={formatUtcTime(date)}>
        {formatLocalTime(date)}
      </time>
      <span className="max-sm:hidden">
        <CopyButton iconOnly label="Copy time as ISO 8601" text={date.toISOString()} />
      </span>
    </Entry>
  );
}

function Previous({ id, url }: { readonly id: string | null; readonly url: UrlState }) {
  if (id === null) return null;
  const { place } = url;
  const text = <span className="inline-block max-w-28 truncate align-bottom">{id}</span>;
  return (
    <Entry label="previous">
      {place.kind === 'response' ? (
        <TextLink
          to={{ ...url, place: { ...place, id, parameters: NO_PARAMETERS }, view: 'output', item: null, seq: null }}
          title={`Open ${id}`}
          className="font-mono text-sm text-accent underline underline-offset-2"
        >
          {text}
        </TextLink>
      ) : (
        <code className="font-mono text-sm">{text}</code>
      )}
      <CopyButton iconOnly label="Copy previous ID" text={id} />
    </Entry>
  );
}

function Conversation({ value }: { readonly value: JsonValue | undefined }) {
  const id = stringOf(objectOf(value)?.['id']) ?? stringOf(value);
  if (id === null) return null;
  return (
    <Entry label="conversation">
      <code className="max-w-28 truncate font-mono text-sm">{id}</code>
      <CopyButton iconOnly label="Copy conversation ID" text={id} />
    </Entry>
  );
}
