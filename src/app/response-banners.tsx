import type { ReactNode } from 'react';
import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { formatCount } from '#base/format-number.ts';
import { explainError, explainIncomplete } from '#model/explain-ending.ts';
import type { StreamError } from '#model/fold-state.ts';
import type { Recording, StreamRecording } from '#model/recording.ts';
import { reconnectionsIn } from '#model/reconnections.ts';
import type { StreamArrival } from '#model/stream-remarks.ts';
import { Banner } from '#ui/banner.tsx';
import type { Progress } from './overview-badge.tsx';
import { StreamRemarks } from './stream-remarks.tsx';

type ResponseBannersProps = {
  readonly recording: Recording;
  /** What goes on with it; null for what is not received by this page. */
  readonly progress: Progress | null;
  /** What else the page has to say about how it came here; in front. */
  readonly children: ReactNode;
};

/** What is to be said of the response as a whole: how it came here, and what it says about its own ending. */
export function ResponseBanners({ recording, progress, children }: ResponseBannersProps) {
  const { response } = recording;
  const folded = recording.kind === 'stream' ? recording.folded : null;
  // A stream may report an error and close without a snapshot that has it.
  const error = objectOf(response['error']) ?? folded?.errors.at(-1) ?? null;
  const reason = stringOf(objectOf(response['incomplete_details'])?.['reason']);
  const status = stringOf(response['status']);
  const isIncomplete = status === 'incomplete' || reason !== null;
  return (
    <div className="grid gap-2 border-b border-line p-2.5 empty:hidden">
      {children}
      {error === null ? null : <ErrorBanner error={error} />}
      {isIncomplete ? (
        <Banner kind="warning" title={`Incomplete: ${reason ?? 'the server gave no reason'}`}>
          {explainIncomplete(reason, response)}
        </Banner>
      ) : null}
      {status === 'cancelled' ? (
        <Banner kind="info" title="Cancelled">
          Somebody ended this background response before it was done. What it had produced may be missing.
        </Banner>
      ) : null}
      {folded?.ending === 'cut-off' && progress?.kind !== 'stream' ? <CutOffBanner eventCount={folded.eventCount} /> : null}
      {recording.kind === 'stream' ? <StreamRemarks folded={recording.folded} arrival={arrivalOf(recording, progress)} /> : null}
    </div>
  );
}

function arrivalOf(recording: StreamRecording, progress: Progress | null): StreamArrival {
  const { source, clock } = recording;
  return {
    reconnections: progress?.kind === 'stream' ? progress.reconnections : reconnectionsIn(recording),
    isPart: source.kind === 'api' && source.parameters.startingAfter !== null,
    hasTimes: clock.startedAt !== null,
  };
}

function CutOffBanner({ eventCount }: { readonly eventCount: number }) {
  return (
    <Banner kind="warning" title="The stream was cut off">
      {`It stopped after ${formatCount(eventCount, 'event')} without saying how the response ended. What had arrived is shown; Raw has the stream itself.`}
    </Banner>
  );
}

function ErrorBanner({ error }: { readonly error: JsonObject | StreamError }) {
  const code = stringOf(error['code']);
  return (
    <Banner kind="error" title={code === null ? 'Failed' : `Failed: ${code}`}>
      <p className="text-text">{stringOf(error['message']) ?? 'The server gave no message.'}</p>
      <p>{explainError(code)}</p>
    </Banner>
  );
}
