import { lazy, Suspense, type ReactNode } from 'react';
import { arrayOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { formatBytes } from '#base/format-bytes.ts';
import { formatCount } from '#base/format-number.ts';
import type { Recording } from '#model/recording.ts';
import { CopyButton } from '#ui/copy-button.tsx';

const ReadsFact = lazy(async () => ({ default: (await import('./reads-fact.tsx')).ReadsFact }));

type RecordingFactsProps = {
  readonly recording: Recording;
  /** True while more of it is expected. */
  readonly isLive?: boolean;
  readonly children: ReactNode;
};

/** What the status bar says of any recording: how many items, then `children`, how many bytes, and under which ID the server logged the request. */
export function RecordingFacts({ recording, isLive = false, children }: RecordingFactsProps) {
  const { response, source } = recording;
  const requestId = source.kind === 'api' ? source.requestId : null;
  return (
    <>
      <span className="max-sm:hidden" title={itemTypes(response['output'])}>
        {formatCount(arrayOf(response['output']).length, 'item')}
      </span>
      {children}
      {recording.kind === 'stream' ? <span className="tabular-nums max-sm:hidden">{formatCount(recording.length, 'event')}</span> : null}
      <span className="max-sm:hidden">{formatBytes(recording.kind === 'json' ? recording.bytes.length : recording.byteCount)}</span>
      {recording.kind === 'stream' && recording.clock.startedAt !== null ? (
        <Suspense fallback={null}>
          <ReadsFact recording={recording} isLive={isLive} />
        </Suspense>
      ) : null}
      {requestId === null ? null : (
        <span className="flex items-center max-lg:hidden">
          <span className="mr-1 text-tertiary">request</span>
          <code className="max-w-40 truncate font-mono" title={requestId}>
            {requestId}
          </code>
          <CopyButton iconOnly label="Copy request ID" text={requestId} />
        </span>
      )}
    </>
  );
}

/** "2 reasoning, 3 function_call, 1 message", for the tooltip of the count; nothing for lists too long to count in passing. */
function itemTypes(output: JsonValue | undefined): string | undefined {
  if (arrayOf(output).length > 500) return undefined;
  const counts = new Map<string, number>();
  for (const item of arrayOf(output)) {
    const type = stringOf(objectOf(item)?.['type']) ?? 'without a type';
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].map(([type, count]) => `${count} ${type}`).join(', ');
}
