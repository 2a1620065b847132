import { numberOf, stringOf } from '#base/json.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { providerById } from '#protocol/providers.ts';
import { isUnfinished } from '#protocol/response-fields.ts';
import type { Recording } from '#model/recording.ts';
import { hostOf } from '#state/connections.ts';
import type { Place, UrlState } from '#state/url-state.ts';
import { CancelButton } from './cancel-button.tsx';
import type { Progress } from './overview-badge.tsx';
import { ResponseView } from './response-view.tsx';
import { RetrievalNotices } from './retrieval-notices.tsx';
import { pageTitle } from './retrieval-words.ts';
import { useCancel } from './use-cancel.ts';
import { useRemembering } from './use-remembering.ts';
import type { Retrieval } from './use-retrieval.ts';
import { useRecording } from './use-stream.ts';
import { useTitle } from './use-title.ts';

type ResponsePlace = Extract<Place, { kind: 'response' }>;

type RetrievedResponseProps = {
  readonly retrieval: Retrieval;
  readonly place: ResponsePlace;
  readonly url: UrlState;
  readonly exchanges: readonly Exchange[];
  readonly statusSlot: Element | null;
  readonly onResume: () => void;
};

/** What was retrieved, or is being received: drawn again with every frame of a stream. */
export function RetrievedResponse({ retrieval, place, url, exchanges, statusSlot, onResume }: RetrievedResponseProps) {
  const recording = useRecording(retrieval);
  const { phase, connection } = retrieval;
  const isLive = phase === 'streaming';
  const cancelling = useCancel(connection, place.id, retrieval.hasChanged);
  useRemembering(recording, url, place.id, connection.id, isLive);
  useTitle(pageTitle(retrieval, recording, place.id));
  if (recording === null) return null;
  const mayCancel =
    isCancellable(recording, isLive && recording.kind === 'stream') &&
    providerById(connection.presetId).canCancel !== 'no' &&
    cancelling.cancellation.kind !== 'done';
  return (
    <ResponseView
      recording={recording}
      isLive={isLive}
      exchanges={exchanges}
      url={url}
      progress={progressOf(retrieval, recording)}
      notices={
        <RetrievalNotices
          retrieval={retrieval}
          recording={recording}
          url={url}
          place={place}
          cancellation={cancelling.cancellation}
          onResume={onResume}
        />
      }
      actions={mayCancel ? <CancelButton control={cancelling} responseId={place.id} host={hostOf(connection.baseUrl)} /> : null}
      statusSlot={statusSlot}
    />
  );
}

/** Only what runs in the background can be cancelled, and only as long as it runs. Whatever streams by its ID runs there, also where its beginning was not asked for. */
function isCancellable({ response }: Recording, isStreaming: boolean): boolean {
  const status = stringOf(response['status']);
  const runs = isUnfinished(status) || (isStreaming && status === null);
  return runs && (response['background'] === true || (isStreaming && response['background'] === undefined));
}

function progressOf({ stream, isPolling }: Retrieval, recording: Recording): Progress | null {
  if (isPolling) return { kind: 'polling', since: startOf(recording) };
  if (stream === null || recording.kind !== 'stream' || stream.state.phase.kind === 'idle') return null;
  const { phase, reconnections } = stream.state;
  return { kind: 'stream', phase, since: recording.clock.startedAt ?? recording.receivedAt, reconnections };
}

/** When the server began, or when we first saw it. */
function startOf({ response, receivedAt }: Recording): number {
  const created = numberOf(response['created_at']);
  return created === null ? receivedAt : Math.min(receivedAt, created * (created > 1e11 ? 1 : 1000));
}
