import { formatMeasured } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import { seqOfEvent } from '#model/find-event.ts';
import type { StreamRecording } from '#model/recording.ts';
import { stallWords } from '#model/timing-figures.ts';
import type { Timings } from '#model/timings.ts';
import { useTimings } from '#state/use-timings.ts';
import { withView, type UrlState } from '#state/url-state.ts';
import { Entry } from './overview-entry.tsx';
import { TextLink } from './text-link.tsx';

/** Shorter ones are no stalls, in milliseconds. */
const STALL = 1000;

type TimingEntriesProps = { readonly recording: StreamRecording; readonly isLive: boolean; readonly url: UrlState };

/** How fast a stream came: the first event, the first text, the pace, and where it stood still. While it runs each has its place from the start, so that nothing moves. */
export function TimingEntries({ recording, isLive, url }: TimingEntriesProps) {
  const { timings } = useTimings(recording, isLive);
  if (timings === null) return null;
  const { first, meanPace, recentPace } = timings;
  const pace = isLive ? recentPace : meanPace;
  const text = first.text?.isTimed === true ? formatMeasured(first.text.arrival) : null;
  return (
    <>
      {first.event === null ? null : (
        <div className="max-2xl:hidden">
          <Entry label="first event">
            <span className="tabular-nums" title="From the request of this page to the first event">
              {formatMeasured(first.event.arrival)}
            </span>
          </Entry>
        </div>
      )}
      {text === null && !isLive ? null : (
        <div className="max-sm:hidden">
          <Entry label="first text">
            <span className={`tabular-nums ${isLive ? 'min-w-12' : ''}`} title="From the request of this page to the first text for people">
              {text ?? '–'}
            </span>
          </Entry>
        </div>
      )}
      {pace === null && !isLive ? null : (
        <Entry label="text">
          <span className={`tabular-nums ${isLive ? 'min-w-20' : ''}`} title={isLive ? LIVE_TITLE : MEAN_TITLE}>
            {pace === null ? '–' : `${formatNumber(Math.round(pace))} chars/s`}
          </span>
        </Entry>
      )}
      <LongestStall timings={timings} recording={recording} isLive={isLive} url={url} />
    </>
  );
}

function LongestStall({ timings, recording, isLive, url }: TimingEntriesProps & { readonly timings: Timings }) {
  const stall = timings.longestStall;
  const isThere = stall !== null && stall.milliseconds >= STALL;
  if (!isThere && !isLive) return null;
  return (
    <Entry label="longest stall">
      <span className={`tabular-nums ${isLive ? 'min-w-24' : ''}`} title={isThere ? stallTitle(stallWords(stall)) : undefined}>
        {!isThere ? (
          '–'
        ) : stall.event === null ? (
          `${formatMeasured(stall.milliseconds)}, now`
        ) : (
          <TextLink to={{ ...withView(url, 'stream'), seq: seqOfEvent(recording.log, recording.length, stall.event) }}>
            {formatMeasured(stall.milliseconds)} at #{recording.log.at(stall.event)?.sequenceNumber ?? stall.event}
          </TextLink>
        )}
      </span>
    </Entry>
  );
}

function stallTitle(where: string): string {
  return `The longest time without news of the response, ${where}; keepalive events do not end it`;
}

const COUNTED = 'Text, reasoning, arguments and code are counted, padding is not, and neither is what existed before this page connected.';
const LIVE_TITLE = `Characters a second over the last five seconds. ${COUNTED}`;
const MEAN_TITLE = `Characters a second on average, from the first item to the last delta. ${COUNTED}`;
