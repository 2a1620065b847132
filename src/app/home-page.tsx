import { useState } from 'react';
import { HOME } from '#state/url-state.ts';
import { firstDraft } from '#state/open-draft.ts';
import { Banner } from '#ui/banner.tsx';
import { HistoryList } from './history-list.tsx';
import { OpenForm } from './open-form/open-form.tsx';
import { useOpenForm } from './open-form/use-open-form.ts';
import { SampleList } from './sample-list.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useAsk } from './use-retrieval.ts';
import { useTitle } from './use-title.ts';

/** The first screen: the form, what was opened before, and samples for who has no key at hand. */
export function HomePage({ notes }: { readonly notes: readonly string[] }) {
  const ask = useAsk();
  const [initial] = useState(firstDraft);
  const form = useOpenForm(initial, HOME, ask);
  useTitle('Responses DevTools');
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar />
      <main
        data-state="idle"
        className="mx-auto grid w-full max-w-[84rem] flex-1 content-start gap-x-8 gap-y-8 px-4 py-6 lg:grid-cols-[minmax(0,1.12fr)_minmax(0,1fr)] lg:px-12 lg:py-12"
      >
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-8">
          <section className="grid gap-4">
            <h1 className="text-xl font-semibold">Open a response</h1>
            {notes.map((note) => (
              <Banner key={note} kind="warning" title={note} />
            ))}
            <OpenForm form={form} layout="page" onStop={null} />
          </section>
          <HistoryList />
        </div>
        <SampleList />
      </main>
      <StatusBar status="Idle: nothing is sent until you press Fetch or Stream" />
    </div>
  );
}
