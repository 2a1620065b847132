import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SampleEntry } from '#model/sample-manifest.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { samplesQuery } from '#state/samples.ts';
import { HOME, type UrlState } from '#state/url-state.ts';
import { Button } from '#ui/button.tsx';
import { TextLink } from './text-link.tsx';

function linkToSample({ id, include }: SampleEntry): UrlState {
  return { ...HOME, place: { kind: 'response', id, baseUrl: '/sample/v1', parameters: { ...NO_PARAMETERS, include } } };
}

/** Cards that open an invented response: no account, no key. */
export function SampleList() {
  const { data: samples, error } = useQuery(samplesQuery());
  const [areAllShown, setAllShown] = useState(false);
  const shown = samples?.filter((sample) => areAllShown || sample.isFeatured) ?? [];
  return (
    <section className="grid min-w-0 content-start gap-3">
      <h2 className="text-lg font-semibold">No key at hand? Open a sample</h2>
      {error === null ? null : <p className="text-error">{error.message}</p>}
      <ul className="grid gap-2.5 sm:grid-cols-2">
        {shown.map((sample) => (
          <SampleCard key={sample.id} sample={sample} />
        ))}
      </ul>
      {samples !== undefined && samples.length > shown.length ? (
        <div>
          <Button look="quiet" onClick={() => setAllShown(true)}>
            Show all {samples.length} samples
          </Button>
        </div>
      ) : null}
      <p className="text-secondary">
        A link is the API’s path on this host: <code className="font-mono text-text">/responses/resp_…</code>
      </p>
    </section>
  );
}

function SampleCard({ sample }: { readonly sample: SampleEntry }) {
  return (
    <li data-family={sample.family} className="min-w-0">
      <TextLink
        to={linkToSample(sample)}
        className="block h-full rounded-md border border-l-[3px] border-line border-l-(--family) bg-bg px-3 py-2 text-text hover:border-line-strong hover:border-l-(--family) hover:bg-raised"
      >
        <span className="block font-semibold">{sample.title}</span>
        <span className="block text-secondary">{sample.description}</span>
      </TextLink>
    </li>
  );
}
