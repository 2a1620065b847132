import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LIVE_CARDS, type LiveCard, type SampleEntry } from '#model/sample-manifest.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { samplesQuery } from '#state/samples.ts';
import { HOME, type UrlState } from '#state/url-state.ts';
import { Button } from '#ui/button.tsx';
import { TextLink } from './text-link.tsx';

/** A sample with faults is opened where they are told. Most are in its stream, so that is what is asked for. */
function linkToSample({ id, include, faults }: SampleEntry): UrlState {
  const parameters = { ...NO_PARAMETERS, include };
  const place = { kind: 'response', id, baseUrl: '/sample/v1' } as const;
  if (faults === undefined) return { ...HOME, place: { ...place, parameters } };
  return { ...HOME, view: 'problems', place: { ...place, parameters: { ...parameters, stream: true } } };
}

function linkToRun({ id, view }: LiveCard, run: string): UrlState {
  return {
    ...HOME,
    view: view ?? 'output',
    place: { kind: 'response', id: `${id}.${run}`, baseUrl: '/sample/v1', parameters: { ...NO_PARAMETERS, stream: true } },
  };
}

/** Cards that open an invented response: no account, no key. */
export function SampleList() {
  const { data: samples, error } = useQuery(samplesQuery());
  const [areAllShown, setAllShown] = useState(false);
  const [run] = useState(() => Math.random().toString(36).slice(2, 8));
  const shown = samples?.filter((sample) => areAllShown || sample.isFeatured) ?? [];
  return (
    <section className="grid min-w-0 content-start gap-3">
      <h2 className="text-lg font-semibold">No key at hand? Open a sample</h2>
      {error === null ? null : <p className="text-error">{error.message}</p>}
      <ul className="grid gap-2.5 sm:grid-cols-2">
        {LIVE_CARDS.map((card) => (
          <SampleCard key={card.id} card={card} link={linkToRun(card, run)} />
        ))}
        {shown.map((sample) => (
          <SampleCard key={sample.id} card={sample} link={linkToSample(sample)} />
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

type SampleCardProps = { readonly card: LiveCard; readonly link: UrlState };

function SampleCard({ card, link }: SampleCardProps) {
  return (
    <li data-family={card.family} className="min-w-0">
      <TextLink
        to={link}
        className="block h-full rounded-md border border-l-[3px] border-line border-l-(--family) bg-bg px-3 py-2 text-text hover:border-line-strong hover:border-l-(--family) hover:bg-raised"
      >
        <span className="block font-semibold">{card.title}</span>
        <span className="block text-secondary">{card.description}</span>
      </TextLink>
    </li>
  );
}
