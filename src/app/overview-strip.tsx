import { useEffect, useState, type ReactNode } from 'react';
import { numberOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { formatDuration } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import { dateFromUnix, formatLocalTime, formatUtcTime } from '#base/format-time.ts';
import type { Recording } from '#model/recording.ts';
import { readUsage } from '#model/usage.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import type { UrlState } from '#state/url-state.ts';
import { Badge } from '#ui/badge.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { statusLook } from './response-status.ts';
import { TextLink } from './text-link.tsx';
import { TokenBar } from './token-bar.tsx';

type OverviewStripProps = { readonly recording: Recording; readonly waitingSince: number | null; readonly url: UrlState };

/** The response at a glance, visible on every tab. */
export function OverviewStrip({ recording, waitingSince, url }: OverviewStripProps) {
  const { response } = recording;
  const reason = stringOf(objectOf(response['incomplete_details'])?.['reason']) ?? stringOf(objectOf(response['error'])?.['code']);
  return (
    <section aria-label="Overview" className="flex shrink-0 flex-wrap items-center gap-x-3.5 gap-y-1 border-b border-line px-3 py-1.5">
      <Status status={stringOf(response['status'])} reason={reason} waitingSince={waitingSince} />
      <OwnId recording={recording} />
      <Entry label="model">
        <span className="font-mono font-semibold">{words(response['model'])}</span>
      </Entry>
      <Took created={numberOf(response['created_at'])} completed={numberOf(response['completed_at'])} />
      <Tokens recording={recording} />
      <Created seconds={numberOf(response['created_at'])} />
      <Previous id={stringOf(response['previous_response_id'])} url={url} />
      <Conversation value={response['conversation']} />
    </section>
  );
}

function words(value: JsonValue | undefined): string {
  if (value === undefined) return 'not sent';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type EntryProps = {
  readonly label: string;
  /** `wide`: what it is can be seen, so a narrow screen needs no word for it. */
  readonly isLabelled?: 'always' | 'wide';
  readonly children: ReactNode;
};

function Entry({ label, isLabelled = 'always', children }: EntryProps) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-1.5">
      <span className={`text-sm text-tertiary ${isLabelled === 'wide' ? 'max-sm:sr-only' : ''}`}>{label}</span>
      {children}
    </div>
  );
}

function Status({
  status,
  reason,
  waitingSince,
}: {
  readonly status: string | null;
  readonly reason: string | null;
  readonly waitingSince: number | null;
}) {
  const { tone, icon: Icon, words: statusWords } = statusLook(status);
  return (
    <Badge tone={tone}>
      <Icon size={13} aria-hidden className={status === 'in_progress' && waitingSince !== null ? 'motion-safe:animate-spin' : ''} />
      <span>{reason === null ? statusWords : `${statusWords}: ${reason}`}</span>
      {waitingSince === null ? null : <Elapsed since={waitingSince} />}
    </Badge>
  );
}

/** Seconds since we know of the response, ticking. */
function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span> · {formatDuration(Math.max(0, Math.floor((now - since) / 1000) * 1000))}</span>;
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

function Tokens({ recording }: { readonly recording: Recording }) {
  const usage = readUsage(recording.response);
  if (usage === null) return <Entry label="tokens">not counted</Entry>;
  const details = [
    ...(usage.cached === null || usage.cached === 0 ? [] : [`${formatNumber(usage.cached)} cached`]),
    ...(usage.reasoning === null || usage.reasoning === 0 ? [] : [`${formatNumber(usage.reasoning)} reasoning`]),
  ];
  return (
    <Entry label="tokens">
      <b>{usage.input === null ? '?' : formatNumber(usage.input)}</b> in
      <TokenBar usage={usage} />
      <b>{usage.output === null ? '?' : formatNumber(usage.output)}</b> out
      {details.length === 0 ? null : <span className="text-sm text-tertiary max-lg:hidden">{details.join(' · ')}</span>}
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
          to={{ ...url, place: { ...place, id, parameters: NO_PARAMETERS }, view: 'output', item: null }}
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
