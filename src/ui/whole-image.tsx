import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { bytesOf, dataUrlOf, describeKind, extensionOf, isShownImage, type DataBlob } from '#base/data-blob.ts';
import { imageSizeOf } from '#base/image-size.ts';
import { formatBytes } from '#base/format-bytes.ts';
import { visibleLine } from '#base/visible-text.ts';
import { BlobChip } from './blob-chip.tsx';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { downloadBytes, fileNameOf } from './download.ts';

type Size = { readonly width: number; readonly height: number };
type WholeImageProps = {
  readonly blob: DataBlob;
  /** The name it is saved under, without its extension. */
  readonly name: string | null;
  /** What it shows, in words. */
  readonly alt: string;
  /** How large it will probably be, where it does not say so itself: keeps the room until it is read. */
  readonly size: Size | null;
  /** The media type it was said to have, where someone said. */
  readonly declared: string | null;
};

/** An image that is the point of the view: at its own size, never wider than the page, on a ground that shows what is transparent. */
export function WholeImage({ blob, name, alt, size, declared }: WholeImageProps) {
  const [read, setRead] = useState<Size | 'broken' | null>(null);
  const url = useMemo(() => dataUrlOf(blob), [blob]);
  const said = useMemo(() => imageSizeOf(blob), [blob]);
  if (!isShownImage(blob)) return <BlobChip blob={blob} name={name} />;
  const known = read === 'broken' ? null : (read ?? said ?? size);
  return (
    <figure className="min-w-0">
      {read === 'broken' ? (
        <p className="text-sm text-warning">The browser cannot read this as an image: the data is damaged or cut off.</p>
      ) : (
        // SVG goes through <img> like all others: there it runs nothing and loads nothing.
        <img
          src={url}
          alt={visibleLine(alt)}
          width={known?.width}
          height={known?.height}
          onLoad={({ currentTarget }) => setRead({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
          onError={() => setRead('broken')}
          className="h-auto max-w-full rounded border border-line bg-[repeating-conic-gradient(var(--inset)_0_25%,transparent_0_50%)] bg-size-[16px_16px]"
        />
      )}
      <figcaption className="mt-1 flex min-h-6 flex-wrap items-center gap-x-3 text-sm text-secondary">
        <span>{describeKind(blob)}</span>
        <span className="tabular-nums">{read === null || read === 'broken' ? '' : `${read.width} × ${read.height} pixels`}</span>
        <span>{formatBytes(blob.byteLength)}</span>
        {declared === null || declared === blob.mediaType ? null : (
          <span className="text-warning">declared as {visibleLine(declared)}, but its first bytes say otherwise</span>
        )}
        <span className="inline-flex items-center gap-1">
          <SaveImage blob={blob} name={name} />
          <CopyButton text={blob.base64} label="Copy base64" iconOnly />
        </span>
      </figcaption>
    </figure>
  );
}

/** Saves the image as a file. */
export function SaveImage({ blob, name }: { readonly blob: DataBlob; readonly name: string | null }) {
  const [isBroken, setIsBroken] = useState(false);
  function save() {
    const bytes = bytesOf(blob);
    if (bytes === null) setIsBroken(true);
    // Not the image's own type: a page opened from a saved SVG would run it.
    else downloadBytes(fileNameOf(name, extensionOf(blob), 'image'), bytes, 'application/octet-stream');
  }
  if (isBroken) return <span className="text-warning">broken base64: nothing to save</span>;
  return (
    <Button size="small" onClick={save}>
      <Download size={13} aria-hidden />
      Download
    </Button>
  );
}
