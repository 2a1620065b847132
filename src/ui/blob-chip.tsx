import { Download, File, FileArchive, FileAudio, FileImage, FileText, FileVideo, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { bytesOf, dataUrlOf, describeKind, extensionOf, isShownImage, type BlobKind, type DataBlob } from '#base/data-blob.ts';
import { imageSizeOf, type ImageSize } from '#base/image-size.ts';
import { formatBytes } from '#base/format-bytes.ts';
import { visibleLine } from '#base/visible-text.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { downloadBytes, fileNameOf } from './download.ts';

/** `max-h-96`, in pixels. */
const HIGHEST = 384;

const ICONS: Readonly<Record<BlobKind, LucideIcon>> = {
  image: FileImage,
  audio: FileAudio,
  video: FileVideo,
  document: FileText,
  archive: FileArchive,
  data: File,
};

type BlobChipProps = {
  readonly blob: DataBlob;
  /** What it is called, where someone said; also the name it is saved under. */
  readonly name?: string | null;
  /** Shows an image at once. Only for data that its field declares to be an image. */
  readonly startsShown?: boolean;
};

/** Binary data as its kind and size; an image can be looked at, everything can be saved and copied. Made of spans: it may stand in a paragraph. */
export function BlobChip({ blob, name = null, startsShown = false }: BlobChipProps) {
  const canShow = isShownImage(blob);
  const [isShown, setIsShown] = useState(startsShown && canShow);
  const kind = describeKind(blob);
  const Icon = ICONS[blob.kind];
  return (
    <span className="inline-block max-w-full min-w-0 align-top">
      <span className="inline-flex max-w-full flex-wrap items-center gap-x-2 rounded-md border border-line bg-raised px-2 py-0.5 text-sm">
        <Icon size={14} aria-hidden className="shrink-0 text-secondary" />
        {name === null || name === '' ? null : <span className="min-w-0 font-medium wrap-anywhere">{visibleLine(name)}</span>}
        <span className="text-secondary">
          {kind} · {formatBytes(blob.byteLength)}
        </span>
        {canShow ? (
          <Button size="small" look="quiet" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
            {isShown ? 'Hide image' : 'Show image'}
          </Button>
        ) : null}
        <SaveButton blob={blob} name={name} />
        <CopyButton text={() => blob.base64} label="Copy base64" iconOnly />
      </span>
      {isShown ? <ShownImage url={dataUrlOf(blob)} size={imageSizeOf(blob)} name={name === null || name === '' ? kind : name} /> : null}
    </span>
  );
}

function SaveButton({ blob, name }: { readonly blob: DataBlob; readonly name: string | null }) {
  const [isBroken, setIsBroken] = useState(false);
  function save() {
    const bytes = bytesOf(blob);
    const extension = extensionOf(blob);
    const stem = name?.toLowerCase().endsWith(`.${extension}`) === true ? name.slice(0, -extension.length - 1) : name;
    if (bytes === null) setIsBroken(true);
    else downloadBytes(fileNameOf(stem, extension, blob.kind), bytes, 'application/octet-stream');
  }
  if (isBroken) return <span className="text-warning">broken base64: nothing to save</span>;
  return (
    <Button size="small" look="quiet" title="Save as a file" aria-label="Download" onClick={save}>
      <Download size={13} aria-hidden />
    </Button>
  );
}

/** The picture itself, with its dimensions. SVG goes through `<img>` like all others: there it runs nothing and loads nothing. */
export function ShownImage({ url, name, size = null }: { readonly url: string; readonly name: string; readonly size?: ImageSize | null }) {
  const [state, setState] = useState<ImageSize | 'broken' | null>(size);
  if (state === 'broken')
    return (
      <span className="mt-1 block text-sm text-warning">The browser cannot read this as an image: the data is damaged or cut off.</span>
    );
  return (
    <span className="mt-1.5 block w-fit max-w-full">
      <img
        src={url}
        alt={visibleLine(name)}
        style={state === null ? undefined : roomFor(state)}
        onLoad={({ currentTarget }) => setState({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
        onError={() => setState('broken')}
        className="max-h-96 max-w-full rounded border border-line bg-[repeating-conic-gradient(var(--inset)_0_25%,transparent_0_50%)] bg-size-[16px_16px] object-contain"
      />
      <span className="mt-0.5 block min-h-4 text-xs text-tertiary">{state === null ? '' : `${state.width} × ${state.height} pixels`}</span>
    </span>
  );
}

/** As large as the image is or, where that is too much, as there is room: before it is decoded as well as after. */
function roomFor({ width, height }: ImageSize) {
  return { width: `min(100%, ${Math.round(Math.min(width, (HIGHEST * width) / height))}px)`, aspectRatio: `${width} / ${height}` };
}
