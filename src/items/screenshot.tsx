import { useState, type ReactNode } from 'react';
import { dataUrlOf, describeKind, isShownImage, readBase64, type DataBlob } from '#base/data-blob.ts';
import { imageSizeOf } from '#base/image-size.ts';
import { formatBytes } from '#base/format-bytes.ts';
import { stringOf, type JsonObject } from '#base/json.ts';
import { BlobChip } from '#ui/blob-chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { safeUrl } from '#ui/safe-link.tsx';
import { LongText } from '#ui/long-text.tsx';
import { RemoteImage } from '#ui/remote-image.tsx';
import { SaveImage } from '#ui/whole-image.tsx';
import { IdFacts } from './id-facts.tsx';
import { IdText } from './id-text.tsx';
import { NotIncluded } from './not-sent.tsx';
import type { ImageSize } from './screenshot-marks.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { useDataPath } from './item-place.tsx';

/** Draws over the image, once its size is known. */
export type RenderMarks = (size: ImageSize) => ReactNode;

/** True where there is an image to draw on, here or at an address. */
export function hasImage(output: JsonObject): boolean {
  const url = stringOf(output['image_url']) ?? '';
  return readBlob(url) !== null || isWebAddress(url);
}

/** A screenshot: shown when its data is here, fetched when asked for where it is elsewhere, and otherwise how to get it. */
export function Screenshot({ output, renderMarks }: { readonly output: JsonObject; readonly renderMarks: RenderMarks | null }) {
  const url = stringOf(output['image_url']) ?? '';
  const blob = readBlob(url);
  if (blob !== null && isShownImage(blob)) return <BlobScreenshot blob={blob} renderMarks={renderMarks} />;
  if (blob !== null) return <BlobChip blob={blob} name="screenshot" />;
  if (isWebAddress(url)) {
    return <RemoteImage url={url} name="screenshot" renderLoaded={(blobUrl) => <MarkedImage url={blobUrl} renderMarks={renderMarks} />} />;
  }
  if (url !== '') return <LongText text={url} isMonospace />;
  return <NotIncluded what="image_url" include="computer_call_output.output.image_url" />;
}

const FIELDS: ExpectedFields = { type: 'string', image_url: 'string', file_id: 'string', detail: 'string' };

/** What else is said of a screenshot. */
export function ScreenshotFacts({ output }: { readonly output: JsonObject }) {
  const dataPath = useDataPath();
  const type = stringOf(output['type']);
  return (
    <>
      <div className="flex min-w-0 flex-wrap items-center gap-x-4">
        {type === null ? null : <IdText name="output" id={type} isCopied={false} dataPath={dataPath(output, 'type')} />}
        <IdFacts fields={output} words={['detail']} ids={['file_id']} />
      </div>
      <OtherFields value={output} expected={FIELDS} />
    </>
  );
}

function BlobScreenshot({ blob, renderMarks }: { readonly blob: DataBlob; readonly renderMarks: RenderMarks | null }) {
  const [url] = useState(() => dataUrlOf(blob));
  const [said] = useState(() => imageSizeOf(blob));
  return (
    <div className="min-w-0">
      <MarkedImage url={url} said={said} renderMarks={renderMarks} />
      <div className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-secondary">
        <span>
          {describeKind(blob)} · {formatBytes(blob.byteLength)}
        </span>
        <span className="inline-flex items-center gap-1">
          <SaveImage blob={blob} name="screenshot" />
          <CopyButton text={blob.base64} label="Copy base64" iconOnly />
        </span>
      </div>
    </div>
  );
}

type MarkedImageProps = {
  readonly url: string;
  /** The size that its first bytes name: keeps the room for it. */
  readonly said?: ImageSize | null;
  readonly renderMarks: RenderMarks | null;
};

/** The image at its own size or as wide as there is room, with the marks exactly over it. */
function MarkedImage({ url, said = null, renderMarks }: MarkedImageProps) {
  const [size, setSize] = useState<ImageSize | 'broken' | null>(said);
  if (size === 'broken') {
    return <p className="text-sm text-warning">The browser cannot read this as an image: the data is damaged or cut off.</p>;
  }
  return (
    <span className="block w-fit max-w-full">
      <span className="relative block overflow-hidden rounded border border-line">
        <img
          src={url}
          alt="Screenshot"
          width={size?.width}
          height={size?.height}
          onLoad={({ currentTarget }) => setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
          onError={() => setSize('broken')}
          className="block h-auto max-w-full"
        />
        {size === null || renderMarks === null ? null : renderMarks(size)}
      </span>
      <span className="mt-0.5 block min-h-4 text-xs text-tertiary">{size === null ? '' : `${size.width} × ${size.height} pixels`}</span>
    </span>
  );
}

function readBlob(url: string): DataBlob | null {
  return /^https?:/i.test(url) ? null : readBase64(url);
}

function isWebAddress(url: string): boolean {
  return safeUrl(url)?.protocol.startsWith('http') === true;
}
