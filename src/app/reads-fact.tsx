import type { StreamRecording } from '#model/recording.ts';
import { readsWords } from '#model/timing-figures.ts';
import { useTimings } from '#state/use-timings.ts';

const DOUBTS = { buffering: ': buffered', maybe: ': buffered?', 'no-sign': '' } as const;

/** In how many reads a stream came, and whether something held it back: "96 reads · largest 37 events: buffered?". */
export function ReadsFact({ recording, isLive }: { readonly recording: StreamRecording; readonly isLive: boolean }) {
  const { timings } = useTimings(recording, isLive);
  if (timings === null) return null;
  const { outcome, text, meaning } = timings.buffering;
  return (
    <span
      title={`${text} ${meaning} See Timings in Stream.`}
      className={`tabular-nums max-lg:hidden ${isLive ? 'min-w-60' : ''} ${outcome === 'no-sign' ? '' : 'text-warning'}`}
    >
      {readsWords(timings.reads)}
      {DOUBTS[outcome]}
    </span>
  );
}
