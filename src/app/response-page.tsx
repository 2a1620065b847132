import { useEffect, useState } from 'react';
import { numberOf } from '#base/json.ts';
import { formatBytes } from '#base/format-bytes.ts';
import { formatDuration } from '#base/format-duration.ts';
import { hostOf } from '#state/connections.ts';
import { exchangeLog } from '#state/exchange-log.ts';
import { draftFor } from '#state/open-draft.ts';
import { secretOf } from '#state/secret-of.ts';
import type { Place, UrlState } from '#state/url-state.ts';
import { useStore } from '#state/use-store.ts';
import { Banner } from '#ui/banner.tsx';
import { CopyLinkButton } from './copy-link-button.tsx';
import { ExportButton } from './export-button.tsx';
import { FailureView } from './failure-view.tsx';
import { FormArea } from './form-area.tsx';
import { OpenForm } from './open-form/open-form.tsx';
import { useOpenForm } from './open-form/use-open-form.ts';
import { loadAhead } from './load-ahead.ts';
import { MAIN_FRAME, PAGE_FRAME } from './page-frame.ts';
import { RecordingFacts } from './recording-facts.tsx';
import { ResponseView } from './response-view.tsx';
import { pageTitle, statusLine } from './retrieval-words.ts';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useAsk, useRetrieval, type Retrieval } from './use-retrieval.ts';
import { useRemembering } from './use-remembering.ts';
import { useTitle } from './use-title.ts';

type ResponsePlace = Extract<Place, { kind: 'response' }>;
type ResponsePageProps = { readonly url: UrlState; readonly place: ResponsePlace; readonly startNotes: readonly string[] };

/** `/responses/{id}`: retrieves and shows, or asks for the key first. */
export function ResponsePage({ url, place, startNotes }: ResponsePageProps) {
  const retrieval = useRetrieval(place);
  const ask = useAsk();
  const { connection, retrieved, phase } = retrieval;
  const form = useOpenForm(() => draftFor(connection, place.id, place.parameters), JSON.stringify([place, connection.id]), ask);
  useRemembering(retrieved?.recording ?? null, url, place.id, connection.id);
  useTitle(pageTitle(retrieval, place.id));
  useEffect(loadAhead, []);
  const log = useStore(exchangeLog).filter((exchange) => exchange.responseId === place.id);
  const [statusSlot, setStatusSlot] = useState<HTMLElement | null>(null);
  const notes = [...startNotes, ...url.notes];
  const isForm = phase === 'idle' || phase === 'failed';
  return (
    <div className={PAGE_FRAME}>
      <TopBar
        tools={
          <>
            <ExportButton recording={retrieved?.recording ?? null} exchanges={log} />
            <CopyLinkButton url={url} />
          </>
        }
      >
        {isForm ? undefined : <OpenForm form={form} layout="bar" onStop={retrieval.stop} />}
      </TopBar>
      <main data-state={phase} className={MAIN_FRAME}>
        {isForm && retrieval.failure === null ? null : <h1 className="sr-only">Response {place.id}</h1>}
        {notes.length === 0 ? null : (
          <div className="grid gap-2 p-2.5">
            {notes.map((note) => (
              <Banner key={note} kind="warning" title={note} />
            ))}
          </div>
        )}
        {isForm ? (
          <FormArea retrieval={retrieval} place={place} form={form}>
            <OpenForm form={form} layout="page" onStop={retrieval.stop} />
          </FormArea>
        ) : null}
        {phase === 'loading' ? <Loading retrieval={retrieval} place={place} /> : null}
        {retrieved === null ? null : (
          <>
            <Notices retrieval={retrieval} place={place} />
            <ResponseView
              key={JSON.stringify(place)}
              recording={retrieved.recording}
              exchanges={log}
              url={url}
              waitingSince={retrieval.isPolling ? startOf(retrieval) : null}
              statusSlot={statusSlot}
            />
          </>
        )}
      </main>
      <StatusBar status={statusLine(retrieval)}>
        {retrieved === null ? null : (
          <>
            <RecordingFacts recording={retrieved.recording}>
              <span ref={setStatusSlot} className="min-w-42" />
            </RecordingFacts>
            <FetchTime milliseconds={log.findLast(({ purpose }) => purpose !== 'input items')?.timings.end ?? null} />
          </>
        )}
        <span className="ml-auto max-sm:hidden">{connection.presetId === 'sample' ? 'sample data' : hostOf(connection.baseUrl)}</span>
      </StatusBar>
    </div>
  );
}

function Loading({ retrieval, place }: { readonly retrieval: Retrieval; readonly place: ResponsePlace }) {
  return (
    <div className="p-4 text-secondary">
      <p>
        Asking {hostOf(retrieval.connection.baseUrl)} for <code className="font-mono break-all">{place.id}</code>
      </p>
      <p className="mt-1">{loadingDetail(retrieval)}</p>
    </div>
  );
}

function loadingDetail({ bytesSoFar, failedAttempts }: Retrieval): string {
  if (bytesSoFar > 0) return `${formatBytes(bytesSoFar)} so far`;
  return failedAttempts > 0 ? `The server could not answer. Attempt ${failedAttempts + 1} of 3.` : 'Waiting for the answer…';
}

/** What the reader should know about the freshness of what is shown. */
function Notices({ retrieval, place }: { readonly retrieval: Retrieval; readonly place: ResponsePlace }) {
  const { failure, connection, retrieved, isFetching } = retrieval;
  const changes = retrieved?.changes ?? null;
  if (failure === null && changes === null) return null;
  return (
    <div className="grid gap-2 border-b border-line p-2.5">
      {failure === null || isFetching ? null : (
        <FailureView failure={failure} connection={connection} responseId={place.id} hasKey={secretOf(connection) !== null} />
      )}
      {failure !== null || changes === null ? null : (
        <p className="text-sm text-secondary">
          <b className="font-semibold text-text">Since the last fetch:</b> {changes.length === 0 ? 'nothing changed' : changes.join(' · ')}
        </p>
      )}
    </div>
  );
}

function FetchTime({ milliseconds }: { readonly milliseconds: number | null }) {
  return milliseconds === null ? null : <span className="max-lg:hidden">fetched in {formatDuration(milliseconds)}</span>;
}

/** When the server began, or when we first saw it. */
function startOf({ retrieved }: Retrieval): number {
  const created = numberOf(retrieved?.recording.response['created_at']);
  const seen = retrieved?.recording.receivedAt ?? 0;
  return created === null ? seen : Math.min(seen, created * (created > 1e11 ? 1 : 1000));
}
