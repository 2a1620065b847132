import { stringOf } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import { goTo } from '#state/address.ts';
import { secretOf } from '#state/secret-of.ts';
import type { Place, UrlState } from '#state/url-state.ts';
import { isUnfinished } from '#protocol/response-fields.ts';
import { Banner } from '#ui/banner.tsx';
import { FailureView } from './failure-view.tsx';
import { EndedBanner, PartBanner, WithoutStreamBanner } from './stream-notices.tsx';
import type { Cancellation } from './use-cancel.ts';
import type { Retrieval } from './use-retrieval.ts';

type ResponsePlace = Extract<Place, { kind: 'response' }>;

type RetrievalNoticesProps = {
  readonly retrieval: Retrieval;
  readonly recording: Recording;
  readonly url: UrlState;
  readonly place: ResponsePlace;
  readonly cancellation: Cancellation;
  /** Goes on with a stream that ended early. */
  readonly onResume: () => void;
};

/** What the reader should know about how what is shown came here, and how fresh it is. */
export function RetrievalNotices({ retrieval, recording, url, place, cancellation, onResume }: RetrievalNoticesProps) {
  const { failure, connection, retrieved, isFetching, isPolling, stream } = retrieval;
  const changes = retrieved?.changes ?? null;
  const without = stream?.without ?? null;
  return (
    <>
      {failure === null || isFetching ? null : (
        <FailureView failure={failure} connection={connection} responseId={place.id} hasKey={secretOf(connection) !== null} />
      )}
      <CancellationBanner cancellation={cancellation} />
      {stream === null ? null : <StreamNotices retrieval={retrieval} recording={recording} url={url} place={place} onResume={onResume} />}
      {without !== null ? (
        <WithoutStreamBanner without={without} recording={recording} connection={connection} isPolling={isPolling} />
      ) : null}
      {failure !== null || changes === null ? null : (
        <p className="text-sm text-secondary">
          <b className="font-semibold text-text">Since the last fetch:</b> {changes.length === 0 ? 'nothing changed' : changes.join(' · ')}
        </p>
      )}
    </>
  );
}

function StreamNotices({ retrieval: { stream, mayAsk }, recording, url, place, onResume }: Omit<RetrievalNoticesProps, 'cancellation'>) {
  if (stream === null || recording.kind !== 'stream') return null;
  const { state, without } = stream;
  const { phase, storageProblem } = state;
  const { startingAfter } = place.parameters;
  const how = phase.kind === 'ended' ? phase.how : null;
  function loadAll() {
    goTo({ ...url, place: { ...place, parameters: { ...place.parameters, startingAfter: null } } }, 'push');
  }
  return (
    <>
      {without === null && (how === 'cut-off' || how === 'stopped') ? (
        <EndedBanner recording={recording} how={mayAsk ? how : 'kept'} onResume={onResume} />
      ) : null}
      {startingAfter === null ? null : <PartBanner startingAfter={startingAfter} onLoadAll={loadAll} />}
      {storageProblem === null ? null : (
        <Banner kind="warning" title="What arrives is not kept">
          {storageProblem}
        </Banner>
      )}
    </>
  );
}

function CancellationBanner({ cancellation }: { readonly cancellation: Cancellation }) {
  if (cancellation.kind === 'failed') {
    const { failure } = cancellation;
    const hasAnswer = failure.kind === 'refused' || failure.kind === 'not-a-response';
    return (
      <Banner kind="error" title={`The response was not cancelled${hasAnswer ? ` (HTTP ${failure.status})` : ''}`}>
        {(hasAnswer ? failure.error?.message : null) ?? 'The request did not get through. Network has it; try again.'}
      </Banner>
    );
  }
  if (cancellation.kind !== 'done') return null;
  const status = stringOf(cancellation.response?.['status']);
  return <Banner kind="info" title={outcomeOf(status)} />;
}

function outcomeOf(status: string | null): string {
  if (status === null) return 'The server agreed to cancel the response';
  if (status === 'cancelled' || status === 'canceled') return 'You cancelled this response';
  return isUnfinished(status)
    ? `The server agreed to cancel; the response is still ${status}`
    : `It had ended before it could be cancelled: ${status}`;
}
