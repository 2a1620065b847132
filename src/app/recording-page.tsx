import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { stringOf } from '#base/json.ts';
import { formatBytes } from '#base/format-bytes.ts';
import type { Recording } from '#model/recording.ts';
import { KEPT_DAYS, MOST_KEPT_BYTES } from '#state/kept-recordings.ts';
import { firstDraft } from '#state/open-draft.ts';
import { recordingQuery } from '#state/queries.ts';
import type { UrlState } from '#state/url-state.ts';
import { CopyLinkButton } from './copy-link-button.tsx';
import { ExportButton } from './export-button.tsx';
import { ImportNotes } from './import-notes.tsx';
import { OpenForm } from './open-form/open-form.tsx';
import { useOpenForm } from './open-form/use-open-form.ts';
import { loadAhead } from './load-ahead.ts';
import { MAIN_FRAME, PAGE_FRAME } from './page-frame.ts';
import { ReadingNote } from './reading-note.tsx';
import { RecordingFacts } from './recording-facts.tsx';
import { ResponseView } from './response-view.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useAsk } from './use-retrieval.ts';
import { useRemembering } from './use-remembering.ts';
import { useTitle } from './use-title.ts';

/** `/recordings/{sha-256}`: something opened from a file or a paste. */
export function RecordingPage({ url, hash }: { readonly url: UrlState; readonly hash: string }) {
  const { data: opened, isPending } = useQuery(recordingQuery(hash));
  const recording = opened?.recording ?? null;
  const ask = useAsk();
  const [statusSlot, setStatusSlot] = useState<HTMLElement | null>(null);
  useEffect(loadAhead, []);
  const form = useOpenForm(firstDraft, hash, ask);
  const isHere = recording !== null;
  const ownId = isHere ? stringOf(recording.response['id']) : null;
  useRemembering(recording, url, ownId ?? hash.slice(0, 12), null);
  useTitle(
    isHere
      ? `${stringOf(recording.response['status']) ?? 'no status'} · ${stringOf(recording.response['id']) ?? nameOf(recording)}`
      : 'Responses DevTools',
  );
  return (
    <div className={PAGE_FRAME}>
      <TopBar
        tools={
          <>
            <ExportButton recording={recording} exchanges={[]} />
            <CopyLinkButton url={url} />
          </>
        }
      >
        <OpenForm form={form} layout="bar" onStop={null} />
      </TopBar>
      <main data-state={isPending ? 'loading' : isHere ? 'ready' : 'failed'} className={MAIN_FRAME}>
        {isHere ? <h1 className="sr-only">Response {stringOf(recording.response['id']) ?? nameOf(recording)}</h1> : null}
        {isPending ? <ReadingNote /> : null}
        <ImportNotes notes={opened?.notes ?? []} />
        {isHere ? <ResponseView key={hash} recording={recording} exchanges={[]} url={url} statusSlot={statusSlot} /> : null}
        {!isPending && !isHere ? <NotHere hash={hash} /> : null}
      </main>
      <StatusBar
        status={
          isPending
            ? 'Loading'
            : isHere
              ? `Ready: ${stringOf(recording.response['status']) ?? 'no status'}`
              : 'Failed: this browser does not have it'
        }
      >
        {isHere ? (
          <>
            <RecordingFacts recording={recording}>
              <span ref={setStatusSlot} className="min-w-42" />
            </RecordingFacts>
            <span className="ml-auto max-w-1/2 truncate max-sm:hidden">{nameOf(recording)}</span>
          </>
        ) : null}
      </StatusBar>
    </div>
  );
}

function nameOf({ source }: Recording): string {
  return source.kind === 'file' ? source.name : 'pasted';
}

function NotHere({ hash }: { readonly hash: string }) {
  return (
    <div role="alert" className="mx-auto max-w-2xl p-6">
      <h1 className="text-xl font-semibold">This browser does not have that recording</h1>
      <p className="mt-2 text-secondary">
        A link to a recording works only where the file was opened, for {KEPT_DAYS} days and up to {formatBytes(MOST_KEPT_BYTES)} in all.
        Ask for the file and drop it here: the same file gets the same address.
      </p>
      <p className="mt-2 font-mono text-sm break-all text-tertiary">SHA-256 {hash}</p>
    </div>
  );
}
