import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useUrlState } from '#state/address.ts';
import { createQueryClient } from '#state/queries.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { DropTarget } from './drop-target.tsx';
import { HomePage } from './home-page.tsx';
import { NewVersionNotice } from './new-version-notice.tsx';
import { UnknownPage } from './unknown-page.tsx';

const ResponsePage = lazy(async () => ({ default: (await import('./response-page.tsx')).ResponsePage }));
const RecordingPage = lazy(async () => ({ default: (await import('./recording-page.tsx')).RecordingPage }));

/** `notes` says what was taken out of the address before the app started. */
export function App({ notes }: { readonly notes: readonly string[] }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <DropTarget>
        <Page notes={notes} />
        <NewVersionNotice />
      </DropTarget>
    </QueryClientProvider>
  );
}

function Page({ notes }: { readonly notes: readonly string[] }) {
  const url = useUrlState();
  const { place } = url;
  return (
    <ErrorBoundary what="This page" resetKey={place}>
      <Suspense fallback={<main data-state="loading" className="h-dvh" />}>
        {place.kind === 'home' ? <HomePage notes={[...notes, ...url.notes]} /> : null}
        {place.kind === 'response' ? <ResponsePage url={url} place={place} startNotes={notes} /> : null}
        {place.kind === 'recording' ? <RecordingPage url={url} hash={place.hash} /> : null}
        {place.kind === 'unknown' ? <UnknownPage path={place.path} /> : null}
      </Suspense>
    </ErrorBoundary>
  );
}
