import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { formatCount } from '#base/format-number.ts';
import { explainError, explainIncomplete } from '#model/explain-ending.ts';
import type { FoldState, StreamError } from '#model/fold-state.ts';
import type { Recording } from '#model/recording.ts';
import { Banner } from '#ui/banner.tsx';

/** What the response says about its own ending, and what that means. */
export function ResponseBanners({ recording }: { readonly recording: Recording }) {
  const { response } = recording;
  const folded = recording.kind === 'stream' ? recording.folded : null;
  // A stream may report an error and close without a snapshot that has it.
  const error = objectOf(response['error']) ?? folded?.errors.at(-1) ?? null;
  const reason = stringOf(objectOf(response['incomplete_details'])?.['reason']);
  const status = stringOf(response['status']);
  const isIncomplete = status === 'incomplete' || reason !== null;
  if (error === null && !isIncomplete && status !== 'cancelled' && folded === null) return null;
  return (
    <div className="grid gap-2 border-b border-line p-2.5">
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
      {folded === null ? null : <StreamBanner folded={folded} />}
    </div>
  );
}

function StreamBanner({ folded: { eventCount, ending } }: { readonly folded: FoldState }) {
  const events = formatCount(eventCount, 'event');
  if (ending === 'cut-off')
    return (
      <Banner kind="warning" title="The stream was cut off">
        {`It stopped after ${events} without saying how the response ended. What had arrived is shown; Raw has the stream itself.`}
      </Banner>
    );
  return (
    <Banner kind="info" title="Received as an event stream">
      {`The body had ${events}. What is shown is the response they add up to; Raw has the stream as it arrived.`}
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
