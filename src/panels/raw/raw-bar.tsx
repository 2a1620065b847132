import { Download } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { formatBytes } from '#base/format-bytes.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { stringOf } from '#base/json.ts';
import type { Recording, StreamRecording } from '#model/recording.ts';
import { Button } from '#ui/button.tsx';
import { downloadBytes, fileNameOf } from '#ui/download.ts';
import { sourceFacts } from './source-facts.ts';
import { bodyOfConnection, type Received, type ReceivedBody } from './use-received.ts';

/** What can be saved: the body as it came; of a stream, what each connection brought, and the response that its events amount to. */
export function Downloads({ recording, received }: { readonly recording: Recording; readonly received: Received }) {
  const id = stringOf(recording.response['id']);
  if (recording.kind === 'json') {
    return <Save onSave={() => downloadBytes(fileNameOf(id, 'json', 'response'), recording.bytes, 'application/json')}>Download</Save>;
  }
  return (
    <>
      <Save onSave={() => saveResponse(recording, id)}>Download response</Save>
      <Save onSave={() => saveConnection(recording, received, id)}>Download stream</Save>
    </>
  );
}

function Save({ onSave, children }: { readonly onSave: () => void; readonly children: ReactNode }) {
  return (
    <Button look="quiet" size="small" onClick={onSave}>
      <Download size={13} aria-hidden />
      {children}
    </Button>
  );
}

function saveResponse({ response }: StreamRecording, id: string | null): void {
  downloadBytes(fileNameOf(id, 'json', 'response'), new TextEncoder().encode(JSON.stringify(response, null, 2)), 'application/json');
}

function saveConnection(recording: StreamRecording, { connection, connectionCount }: Received, id: string | null): void {
  const name = connectionCount === 1 ? id : `${id ?? 'response'}.connection-${connection + 1}`;
  downloadBytes(fileNameOf(name, 'sse', 'response'), bodyOfConnection(recording, connection).bytes, 'text/event-stream');
}

/** Which connection of a stream that was resumed. */
export function ConnectionChoice({ received: { connection, connectionCount, onConnection } }: { readonly received: Received }) {
  if (connectionCount < 2) return null;
  return (
    <label className="inline-flex items-center gap-1.5 text-sm text-secondary">
      Connection
      <select
        value={connection}
        onChange={(event) => onConnection(Number(event.target.value))}
        className="h-6 rounded border border-line bg-bg px-1 text-sm text-text"
      >
        {Array.from({ length: connectionCount }, (_, index) => (
          <option key={index} value={index}>
            {index + 1} of {connectionCount}
          </option>
        ))}
      </select>
    </label>
  );
}

type SourceNoteProps = {
  readonly recording: Recording;
  readonly body: ReceivedBody | null;
  readonly isLive: boolean;
  /** The event after which the response is shown, from 0; null for the end. */
  readonly event: number | null;
};

/** How much there is, and what has to be said about how the bytes became text. */
export function SourceNote({ recording, body, isLive, event }: SourceNoteProps) {
  const { hasByteOrderMark, hasInvalidBytes } = useMemo(() => (body === null ? NO_FACTS : sourceFacts(body.bytes, body.text)), [body]);
  const size = body?.bytes.length ?? (recording.kind === 'stream' ? recording.byteCount : 0);
  return (
    <p className="min-w-0 text-sm text-secondary">
      <span title={`${formatNumber(size)} bytes`}>{formatBytes(size)}</span>
      {recording.kind === 'json' || body !== null ? '' : ` · ${streamWords(recording, isLive, event)}`}
      {hasByteOrderMark ? ' · begins with a byte order mark' : ''}
      {hasInvalidBytes ? (
        <span className="text-warning"> · some bytes are not UTF-8 and are shown as � (the download has them as they came)</span>
      ) : null}
    </p>
  );
}

const NO_FACTS = { hasByteOrderMark: false, hasInvalidBytes: false };

function streamWords({ length }: StreamRecording, isLive: boolean, event: number | null): string {
  if (event !== null) return `the tree shows the response as it stood after event ${formatNumber(event + 1)}`;
  return `a stream of ${formatCount(length, 'event')}${isLive ? ' so far' : ''}; the tree shows the response ${isLive ? 'as it stands' : 'it ended as'}`;
}
