import { AudioLines, FileText, Image as ImageIcon, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { readBase64 } from '#base/data-blob.ts';
import { isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { BlobChip } from '#ui/blob-chip.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import { LongText } from '#ui/long-text.tsx';
import { RemoteImage } from '#ui/remote-image.tsx';
import type { ExpectedFields } from './expected-fields.tsx';
import { IdFacts } from './id-facts.tsx';
import { ItemField } from './item-place.tsx';

type PartProps = { readonly part: JsonObject };

/** The fields that each of the views below draws. */
export const IMAGE_FIELDS: ExpectedFields = { image_url: isUrl, file_id: 'string', detail: 'string' };
export const FILE_FIELDS: ExpectedFields = {
  file_id: 'string',
  filename: 'string',
  file_url: isUrl,
  file_data: 'string',
  detail: 'string',
};
export const AUDIO_FIELDS: ExpectedFields = {
  input_audio: isAudio,
  data: isOutermost,
  format: isOutermost,
  transcript: 'string',
};
export const VIDEO_FIELDS: ExpectedFields = { video_url: isUrl };

/** An image: shown when its data is here, fetched on demand when it is elsewhere, named when only the server has it. */
export function ImagePart({ part }: PartProps) {
  const url = urlOf(part['image_url']);
  const blob = url === null ? null : readBase64(url);
  const fileId = stringOf(part['file_id']);
  return (
    <Row icon={<ImageIcon size={14} aria-hidden />}>
      {url === null ? null : (
        <ItemField of={part} name="image_url">
          {blob === null ? <RemoteImage url={url} /> : <BlobChip blob={blob} startsShown />}
        </ItemField>
      )}
      <FileId part={part} />
      {url === null && fileId === null ? (
        <Missing>image_url was not sent; some servers leave it out unless it is asked for with include</Missing>
      ) : null}
      <Detail part={part} />
    </Row>
  );
}

/** A file: its name, where it is, and the data itself when it was sent along. */
export function FilePart({ part }: PartProps) {
  const name = stringOf(part['filename']);
  const data = stringOf(part['file_data']);
  const blob = data === null ? null : readBase64(data);
  const url = urlOf(part['file_url']);
  const fileId = stringOf(part['file_id']);
  return (
    <Row icon={<FileText size={14} aria-hidden />}>
      {name === null && data === null ? null : (
        <ItemField of={part} name="filename">
          {blob === null && name !== null ? <span className="font-medium wrap-anywhere">{visibleLine(name)}</span> : null}
          {blob === null ? null : (
            <ItemField of={part} name="file_data">
              <BlobChip blob={blob} name={name} />
            </ItemField>
          )}
        </ItemField>
      )}
      {data === null || blob !== null ? null : (
        <ItemField of={part} name="file_data">
          <LongText text={data} isMonospace />
        </ItemField>
      )}
      {url === null ? null : (
        <ItemField of={part} name="file_url">
          <ExternalLink url={url} />
        </ItemField>
      )}
      <FileId part={part} />
      {name === null && data === null && url === null && fileId === null ? <Missing>a file without name, data or address</Missing> : null}
      <Detail part={part} />
    </Row>
  );
}

/** Sound: what was said, where there is a transcript, and the data. Both `input_audio` and `output_audio`. */
export function AudioPart({ part }: PartProps) {
  const inner = objectOf(part['input_audio']) ?? part;
  const data = stringOf(inner['data']);
  const format = stringOf(inner['format']);
  const transcript = stringOf(part['transcript']);
  const blob = data === null ? null : readBase64(data, `audio/${format ?? 'mpeg'}`);
  return (
    <div className="grid min-w-0 gap-1">
      {transcript === null ? null : (
        <ItemField of={part} name="transcript">
          <LongText text={transcript} />
        </ItemField>
      )}
      <Row icon={<AudioLines size={14} aria-hidden />}>
        {blob === null ? null : (
          <ItemField of={inner} name="data">
            <BlobChip blob={blob} />
          </ItemField>
        )}
        {data === null || data === '' ? <Missing>no audio data was sent</Missing> : null}
        {blob === null && data !== null && data !== '' ? (
          <>
            <Missing>audio data that is not base64:</Missing>{' '}
            <ItemField of={inner} name="data">
              <LongText text={data} isMonospace />
            </ItemField>
          </>
        ) : null}
        {format === null ? null : (
          <ItemField of={inner} name="format" isInline className="text-sm text-tertiary">
            format {visibleLine(format)}
          </ItemField>
        )}
      </Row>
    </div>
  );
}

export function VideoPart({ part }: PartProps) {
  const url = urlOf(part['video_url']);
  const blob = url === null ? null : readBase64(url);
  return (
    <Row icon={<Video size={14} aria-hidden />}>
      {url === null ? null : (
        <ItemField of={part} name="video_url">
          {blob === null ? <ExternalLink url={url} /> : <BlobChip blob={blob} />}
        </ItemField>
      )}
      {url === null ? <Missing>no video_url was sent</Missing> : null}
    </Row>
  );
}

function FileId({ part }: PartProps) {
  return <IdFacts fields={part} ids={['file_id']} />;
}

function Detail({ part }: PartProps) {
  const detail = stringOf(part['detail']);
  if (detail === null) return null;
  return (
    <ItemField of={part} name="detail" isInline className="text-sm text-tertiary">
      detail {visibleLine(detail)}
    </ItemField>
  );
}

/** The URL itself, or in the object that Chat Completions wraps around it. */
function urlOf(value: JsonValue | undefined): string | null {
  const url = stringOf(value) ?? stringOf(objectOf(value)?.['url']);
  return url === '' ? null : url;
}

function isUrl(value: JsonValue): boolean {
  return typeof value === 'string' || (isJsonObject(value) && Object.keys(value).length === 1 && typeof value['url'] === 'string');
}

/** Sound as `input_audio` wraps it. */
function isAudio(value: JsonValue): boolean {
  return (
    isJsonObject(value) &&
    Object.entries(value).every(([name, field]) => (name === 'data' || name === 'format') && (field === null || typeof field === 'string'))
  );
}

/** True for the data and the format of a part that does not wrap its sound. */
function isOutermost(value: JsonValue, part: JsonObject): boolean {
  return typeof value === 'string' && !isJsonObject(part['input_audio']);
}

function Row({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-start gap-2">
      <span className="mt-1 shrink-0 text-tertiary">{icon}</span>
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-1">{children}</div>
    </div>
  );
}

function Missing({ children }: { readonly children: ReactNode }) {
  return <span className="text-sm text-secondary">{children}</span>;
}
