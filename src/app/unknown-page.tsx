import { HOME } from '#state/url-state.ts';
import { TextLink } from './text-link.tsx';
import { TopBar } from './top-bar.tsx';

export function UnknownPage({ path }: { readonly path: string }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar />
      <main data-state="failed" className="mx-auto w-full max-w-3xl p-6">
        <h1 className="text-xl font-semibold">There is nothing at this address</h1>
        <p className="mt-2 text-secondary">
          <code className="font-mono break-all">{path}</code> is not a response link. A link is the API’s own path on this host:{' '}
          <code className="font-mono">/responses/resp_…</code>
        </p>
        <p className="mt-4">
          <TextLink to={HOME}>Open a response</TextLink>
        </p>
      </main>
    </div>
  );
}
