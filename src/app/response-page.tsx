import { useEffect, useState } from 'react';
import { formatBytes } from '#base/format-bytes.ts';
import { hostOf } from '#state/connections.ts';
import { exchangeLog } from '#state/exchange-log.ts';
import { draftFor } from '#state/open-draft.ts';
import type { Place, UrlState } from '#state/url-state.ts';
import { useStore } from '#state/use-store.ts';
import { Banner } from '#ui/banner.tsx';
import { CopyLinkButton } from './copy-link-button.tsx';
import { FormArea } from './form-area.tsx';
import { OpenForm } from './open-form/open-form.tsx';
import { useOpenForm } from './open-form/use-open-form.ts';
import { loadAhead } from './load-ahead.ts';
import { MAIN_FRAME, PAGE_FRAME } from './page-frame.ts';
import { RetrievalExport } from './retrieval-export.tsx';
import { RetrievalStatus } from './retrieval-status.tsx';
import { RetrievedResponse } from './retrieved-response.tsx';
import { TopBar } from './top-bar.tsx';
import { useAsk, useRetrieval, type Retrieval } from './use-retrieval.ts';

type ResponsePlace = Extract<Place, { kind: 'response' }>;
type ResponsePageProps = { readonly url: UrlState; readonly place: ResponsePlace; readonly startNotes: readonly string[] };

/** `/responses/{id}`: retrieves and shows, or asks for the key first. Of a stream it draws what stands still; the rest is drawn with every frame. */
export function ResponsePage({ url, place, startNotes }: ResponsePageProps) {
  const retrieval = useRetrieval(place);
  const ask = useAsk();
  const { connection, phase } = retrieval;
  const form = useOpenForm(() => draftFor(connection, place.id, place.parameters), JSON.stringify([place, connection.id]), ask);
  useEffect(loadAhead, []);
  const log = useStore(exchangeLog).filter((exchange) => exchange.responseId === place.id);
  const [statusSlot, setStatusSlot] = useState<HTMLElement | null>(null);
  const notes = [...startNotes, ...url.notes];
  /** Where the server may not be asked yet, the form with the key that stands in it is the consent. */
  function resume() {
    if (retrieval.mayAsk) retrieval.stream?.session.resume();
    else form.submit();
  }
  const isForm = phase === 'idle' || phase === 'failed';
  return (
    <div className={PAGE_FRAME}>
      <TopBar
        tools={
          <>
            <RetrievalExport retrieval={retrieval} exchanges={log} />
            <CopyLinkButton url={url} />
          </>
        }
      >
        {isForm ? undefined : <OpenForm form={form} layout="bar" onStop={retrieval.stop} isKeyWanted={!retrieval.mayAsk} />}
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
        {phase === 'streaming' || phase === 'ready' ? (
          <RetrievedResponse
            key={JSON.stringify(place)}
            retrieval={retrieval}
            place={place}
            url={url}
            exchanges={log}
            statusSlot={statusSlot}
            onResume={resume}
          />
        ) : null}
      </main>
      <RetrievalStatus retrieval={retrieval} place={place} exchanges={log} onSlot={setStatusSlot} />
    </div>
  );
}

function Loading({ retrieval, place }: { readonly retrieval: Retrieval; readonly place: ResponsePlace }) {
  return (
    <div className="p-4 text-secondary">
      <p>
        Asking {hostOf(retrieval.connection.baseUrl)} for {retrieval.stream?.without === null ? 'the stream of ' : ''}
        <code className="font-mono break-all">{place.id}</code>
      </p>
      <p className="mt-1">{loadingDetail(retrieval)}</p>
    </div>
  );
}

function loadingDetail({ bytesSoFar, failedAttempts, stream }: Retrieval): string {
  if (stream?.without === null) return streamDetail(stream.state.phase.kind);
  if (bytesSoFar > 0) return `${formatBytes(bytesSoFar)} so far`;
  return failedAttempts > 0 ? `The server could not answer. Attempt ${failedAttempts + 1} of 3.` : 'Waiting for the answer…';
}

function streamDetail(phase: string): string {
  if (phase === 'streaming') return 'Connected. Waiting for the first event…';
  return phase === 'reconnecting' ? 'The connection was lost. Connecting again…' : 'Connecting…';
}
