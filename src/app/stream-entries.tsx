import { lazy, Suspense } from 'react';
import { formatBytes } from '#base/format-bytes.ts';
import { formatNumber } from '#base/format-number.ts';
import type { StreamRecording } from '#model/recording.ts';
import type { UrlState } from '#state/url-state.ts';
import { useSlowed } from '#ui/use-slowed.ts';
import { Entry } from './overview-entry.tsx';

const TimingEntries = lazy(async () => ({ default: (await import('./timing-entries.tsx')).TimingEntries }));

/** Numbers that run are renewed so often, in milliseconds: often enough to be seen moving, seldom enough to be read. */
const RENEWAL = 250;

type StreamEntriesProps = { readonly recording: StreamRecording; readonly isLive: boolean; readonly url: UrlState };

/** What the overview says of a stream: how much came, how fast, and what its times mean. */
export function StreamEntries({ recording, isLive, url }: StreamEntriesProps) {
  const { length, byteCount, clock } = useSlowed(recording, isLive ? RENEWAL : 0);
  return (
    <>
      <Entry label="events">
        <span className="tabular-nums">
          <b>{formatNumber(length)}</b> <span className="text-sm text-tertiary max-2xl:hidden">{formatBytes(byteCount)}</span>
        </span>
      </Entry>
      {clock.startedAt === null ? null : clock.isOriginal ? (
        <Suspense fallback={null}>
          <TimingEntries recording={recording} isLive={isLive} url={url} />
        </Suspense>
      ) : (
        <Entry label="timing">
          <span title="The response had ended before its stream was asked for. The times are those of the replay: how fast it was sent again, not how fast it was made.">
            not original
          </span>
        </Entry>
      )}
    </>
  );
}
