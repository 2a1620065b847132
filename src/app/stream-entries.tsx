import { formatBytes } from '#base/format-bytes.ts';
import { formatNumber } from '#base/format-number.ts';
import type { StreamRecording } from '#model/recording.ts';
import { useSlowed } from '#ui/use-slowed.ts';
import { Entry } from './overview-entry.tsx';
import { useTailPace } from './use-tail-pace.ts';

/** Numbers that run are renewed so often, in milliseconds: often enough to be seen moving, seldom enough to be read. */
const RENEWAL = 250;

/** What the overview says of a stream: how much came, how fast, and what its times mean. */
export function StreamEntries({ recording, isLive }: { readonly recording: StreamRecording; readonly isLive: boolean }) {
  const { length, byteCount, clock } = useSlowed(recording, isLive ? RENEWAL : 0);
  return (
    <>
      <Entry label="events">
        <span className="tabular-nums">
          <b>{formatNumber(length)}</b> <span className="text-sm text-tertiary">{formatBytes(byteCount)}</span>
        </span>
      </Entry>
      {clock.startedAt === null ? null : clock.isOriginal ? (
        <Pace recording={recording} isLive={isLive} />
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

/** How fast text comes behind what existed before we connected. */
function Pace({ recording, isLive }: { readonly recording: StreamRecording; readonly isLive: boolean }) {
  const { mean, recent } = useTailPace(recording, isLive);
  const pace = isLive ? recent : mean;
  if (pace === null) return null;
  return (
    <Entry label="text">
      <span className="tabular-nums" title={isLive ? LIVE_TITLE : MEAN_TITLE}>
        {formatNumber(Math.round(pace))} characters/s
      </span>
    </Entry>
  );
}

const COUNTED = 'Text, reasoning, arguments and code are counted, padding is not, and neither is what existed before this page connected.';
const LIVE_TITLE = `Over the last five seconds. ${COUNTED}`;
const MEAN_TITLE = `On average while this page listened. ${COUNTED}`;
