import { formatDuration } from '#base/format-duration.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { hostOf } from '#state/connections.ts';
import type { Place } from '#state/url-state.ts';
import { useSlowed } from '#ui/use-slowed.ts';
import { RecordingFacts } from './recording-facts.tsx';
import { statusLine } from './retrieval-words.ts';
import { StatusBar } from './status-bar.tsx';
import { useNow } from '#ui/use-now.ts';
import type { Retrieval } from './use-retrieval.ts';
import { useRecording } from './use-stream.ts';

/** The status line is read aloud: it changes no more often than this while a stream runs. Facts beside it are only looked at. Milliseconds. */
const STATUS_RENEWAL = 2_000;
const FACTS_RENEWAL = 250;

type RetrievalStatusProps = {
  readonly retrieval: Retrieval;
  readonly place: Extract<Place, { kind: 'response' }>;
  readonly exchanges: readonly Exchange[];
  /** Hears of the place in the status bar that others fill. */
  readonly onSlot: (slot: HTMLElement | null) => void;
};

/** The status bar of a response. */
export function RetrievalStatus({ retrieval, exchanges, onSlot }: RetrievalStatusProps) {
  const { connection, phase, stream } = retrieval;
  const latest = useRecording(retrieval);
  const isLive = phase === 'streaming' && stream?.without === null;
  const recording = useSlowed(latest, isLive ? FACTS_RENEWAL : 0);
  const isQuiet = stream?.state.phase.kind === 'streaming' && stream.state.phase.quietSince !== null;
  const status = useSlowed(statusLine(retrieval, latest, useNow(isQuiet ? 1000 : null)), isLive ? STATUS_RENEWAL : 0);
  const fetched =
    exchanges.findLast(({ purpose }) => purpose !== 'input items' && purpose !== 'cancel' && purpose !== 'compare')?.timings.end ?? null;
  return (
    <StatusBar status={status}>
      {recording === null || phase === 'loading' || phase === 'failed' ? null : (
        <>
          <RecordingFacts recording={recording} isLive={isLive}>
            <span ref={onSlot} className="min-w-42" />
          </RecordingFacts>
          {fetched === null || recording.kind === 'stream' ? null : (
            <span className="max-lg:hidden">fetched in {formatDuration(fetched)}</span>
          )}
        </>
      )}
      <span className="ml-auto max-sm:hidden">{connection.presetId === 'sample' ? 'sample data' : hostOf(connection.baseUrl)}</span>
    </StatusBar>
  );
}
