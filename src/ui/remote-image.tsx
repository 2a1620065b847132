import { Image as ImageIcon } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readDataBlob } from '#base/data-blob.ts';
import { visibleLine } from '#base/visible-text.ts';
import { BlobChip, ShownImage } from './blob-chip.tsx';
import { Button } from './button.tsx';
import { ExternalLink } from './external-link.tsx';
import { safeUrl } from './safe-link.tsx';

type LoadState = { readonly kind: 'idle' | 'loading' | 'refused' } | { readonly kind: 'loaded'; readonly blobUrl: string };

type RemoteImageProps = {
  readonly url: string;
  readonly name?: string;
  /** Draws the image from a `blob:` URL once it is here; by default as it is, with its dimensions. */
  readonly renderLoaded?: (blobUrl: string) => ReactNode;
};

/** An image somewhere else. Nothing is fetched before the reader asks; `data:` URLs are here already and become a chip. */
export function RemoteImage({ url, name = '', renderLoaded }: RemoteImageProps) {
  const blob = readDataBlob(url);
  if (blob !== null) return <BlobChip blob={blob} name={name} />;
  const target = safeUrl(url);
  if (target === null || !target.protocol.startsWith('http')) {
    return (
      <span className="inline-flex max-w-full items-center gap-1.5 rounded-md border border-line bg-raised px-2 py-0.5 text-sm text-secondary">
        <ImageIcon size={14} aria-hidden className="shrink-0" />
        <span className="min-w-0 wrap-anywhere">
          {name === '' ? 'image' : visibleLine(name)} · not a web address: {visibleLine(url.slice(0, 120))}
        </span>
      </span>
    );
  }
  return <WebImage key={target.href} url={target.href} name={name} renderLoaded={renderLoaded} />;
}

type WebImageProps = { readonly url: string; readonly name: string; readonly renderLoaded: RemoteImageProps['renderLoaded'] | undefined };

function WebImage({
  url,
  name,
  renderLoaded = (blobUrl) => <ShownImage url={blobUrl} name={name === '' ? 'Loaded image' : name} />,
}: WebImageProps) {
  const [state, load] = useImageOnDemand(url);
  return (
    <span className="inline-block max-w-full align-top">
      <span className="inline-flex max-w-full flex-wrap items-center gap-x-1.5 rounded-md border border-line bg-raised px-2 py-0.5 text-sm">
        <ImageIcon size={14} aria-hidden className="shrink-0 text-secondary" />
        <span className="min-w-0 wrap-anywhere">
          <ExternalLink url={url}>{name === '' ? 'image' : visibleLine(name)}</ExternalLink>
        </span>
        {state.kind === 'idle' || state.kind === 'loading' ? (
          <Button
            size="small"
            look="quiet"
            disabled={state.kind === 'loading'}
            title="Fetches it without cookies and without saying where from"
            onClick={load}
          >
            {state.kind === 'loading' ? 'Loading…' : 'Load image'}
          </Button>
        ) : null}
        {state.kind === 'refused' ? (
          <span aria-live="polite" className="text-warning">
            not readable from here: open it in a new tab
          </span>
        ) : null}
      </span>
      {state.kind === 'loaded' ? renderLoaded(state.blobUrl) : null}
    </span>
  );
}

/** The image at `url` as a `blob:` once it is asked for; refused covers CORS, failures and answers that are no images. */
function useImageOnDemand(url: string): readonly [LoadState, () => void] {
  const [state, setState] = useState<LoadState>({ kind: 'idle' });
  const leaving = useRef<AbortController | null>(null);
  const blobUrl = state.kind === 'loaded' ? state.blobUrl : null;
  useEffect(() => () => leaving.current?.abort(), []);
  useEffect(() => (blobUrl === null ? undefined : () => URL.revokeObjectURL(blobUrl)), [blobUrl]);
  async function load() {
    leaving.current = new AbortController();
    const { signal } = leaving.current;
    setState({ kind: 'loading' });
    try {
      const answer = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
      const blob = await answer.blob();
      if (!answer.ok || !blob.type.startsWith('image/')) throw new TypeError('not an image');
      setState({ kind: 'loaded', blobUrl: URL.createObjectURL(blob) });
    } catch {
      if (!signal.aborted) setState({ kind: 'refused' });
    }
  }
  return [state, () => void load()];
}
