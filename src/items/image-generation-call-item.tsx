import { Image } from 'lucide-react';
import { useMemo } from 'react';
import { describeKind, readBase64, readDataBlob, type DataBlob } from '#base/data-blob.ts';
import { formatBytes } from '#base/format-bytes.ts';
import { numberOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { LongText } from '#ui/long-text.tsx';
import { RemoteImage } from '#ui/remote-image.tsx';
import { WholeImage } from '#ui/whole-image.tsx';
import type { ExpectedFields } from './expected-fields.tsx';
import { IdFacts } from './id-facts.tsx';
import { ImageGenerationError } from './image-generation-error.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { Labelled, Pieces, Quiet } from './labelled.tsx';
import { isRunning } from './not-sent.tsx';
import { lineOf, quoted } from './summary-text.ts';
import { SvgUsage } from './svg-usage.tsx';
import { ItemField } from './item-place.tsx';

const FIELDS: ExpectedFields = {
  result: 'string',
  prompt: 'string',
  revised_prompt: 'string',
  action: 'string',
  background: 'string',
  output_format: 'string',
  quality: 'string',
  size: 'string',
  error: 'object',
  svg_usage: 'object',
};

export const imageGenerationCallItem: ItemDefinition = {
  icon: Image,
  title: () => 'Image generation',
  summary: (item) =>
    failureLine(item) ?? quoted(item['revised_prompt']) ?? quoted(item['prompt']) ?? lineOf(stringOf(item['action']) ?? ''),
  facts: (item, { state }) => {
    const image = imageOf(item);
    const preview = state?.preview ?? null;
    return [
      lineOf(stringOf(item['size']) ?? ''),
      lineOf(stringOf(item['quality']) ?? ''),
      image === null
        ? preview === null
          ? 'no image'
          : `partial image ${(numberOf(preview['partial_image_index']) ?? 0) + 1}`
        : `${describeKind(image)}, ${formatBytes(image.byteLength)}`,
    ];
  },
  fields: FIELDS,
  Body: ImageGenerationBody,
  opensGrowing: (_, { preview }) => preview !== null,
};

function ImageGenerationBody({ item, context }: ItemProps) {
  const error = objectOf(item['error']);
  const usage = objectOf(item['svg_usage']);
  return (
    <Pieces>
      {error === null ? null : <ImageGenerationError error={error} />}
      <ItemField of={item} name="result">
        <Result
          item={item}
          preview={context.state?.preview ?? null}
          mayCome={isRunning(item, context)}
          hasFailed={error !== null || item['status'] === 'failed'}
        />
      </ItemField>
      <Prompt item={item} name="prompt" title="prompt" />
      <Prompt item={item} name="revised_prompt" title="revised prompt" />
      <IdFacts fields={item} words={['action', 'quality', 'background', 'size', 'output_format']} ids={[]} />
      {usage === null ? null : <SvgUsage usage={usage} />}
    </Pieces>
  );
}

type ResultProps = {
  readonly item: JsonObject;
  /** The last partial image, as its event brought it. */
  readonly preview: JsonObject | null;
  readonly mayCome: boolean;
  readonly hasFailed: boolean;
};

function Result({ item, preview, mayCome, hasFailed }: ResultProps) {
  const image = useMemo(() => imageOf(item), [item]);
  const result = stringOf(item['result']) ?? '';
  if (image !== null) {
    return <WholeImage blob={image} name={stringOf(item['id'])} alt={promptOf(item)} size={sizeOf(item)} declared={declaredType(item)} />;
  }
  if (result === '' && preview !== null && !hasFailed) return <Preview event={preview} item={item} />;
  if (result === '') {
    return hasFailed ? null : <Quiet>{mayCome ? 'The image is still being made.' : 'No image was sent.'}</Quiet>;
  }
  if (/^https?:\/\//i.test(result)) return <RemoteImage url={result} name={result} />;
  return (
    <Labelled name="result, which is not base64">
      <LongText text={result} isMonospace />
    </Labelled>
  );
}

/** A partial image takes the room that the image will have. */
function Preview({ event, item }: { readonly event: JsonObject; readonly item: JsonObject }) {
  const image = useMemo(() => readBase64(stringOf(event['partial_image_b64']) ?? '', declaredType(event) ?? 'image/png'), [event]);
  const number = (numberOf(event['partial_image_index']) ?? 0) + 1;
  if (image === null) return <Quiet>A partial image came that is not base64. The image is still being made.</Quiet>;
  return (
    <Labelled name={`partial image ${number}`}>
      <WholeImage
        blob={image}
        name={stringOf(item['id'])}
        alt={`Partial image ${number}: ${promptOf(item)}`}
        size={sizeOf(event) ?? sizeOf(item)}
        declared={declaredType(event)}
      />
    </Labelled>
  );
}

function Prompt({ item, name, title }: { readonly item: JsonObject; readonly name: string; readonly title: string }) {
  const text = stringOf(item[name]);
  if (text === null || text === '') return null;
  return (
    <Labelled name={title}>
      <ItemField of={item} name={name} className="max-w-[96ch] min-w-0">
        <LongText text={text} />
      </ItemField>
    </Labelled>
  );
}

/** The image, its kind by its first bytes. SVG also comes as the markup itself. */
function imageOf(item: JsonObject): DataBlob | null {
  const result = stringOf(item['result']) ?? '';
  if (/^\s*<(?:\?xml|svg)\b/.test(result)) return readDataBlob(`data:image/svg+xml,${encodeURIComponent(result.toWellFormed())}`);
  return readBase64(result, declaredType(item) ?? 'image/png');
}

/** `output_format` as a media type, or null where none was sent. */
function declaredType(item: JsonObject): string | null {
  const format = stringOf(item['output_format'])?.toLowerCase() ?? '';
  if (!/^[a-z]{1,8}$/.test(format)) return null;
  return `image/${format === 'svg' ? 'svg+xml' : format === 'jpg' ? 'jpeg' : format}`;
}

/** The size that was asked for, in pixels; null for "auto" and anything else. */
function sizeOf(item: JsonObject): { readonly width: number; readonly height: number } | null {
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(stringOf(item['size']) ?? '') ?? [];
  return width === undefined || height === undefined ? null : { width: Number(width), height: Number(height) };
}

function promptOf(item: JsonObject): string {
  return lineOf(stringOf(item['revised_prompt']) || stringOf(item['prompt']) || 'Generated image');
}

function failureLine(item: JsonObject): string | null {
  const error = objectOf(item['error']);
  return error === null ? null : lineOf(stringOf(error['message']) ?? stringOf(error['code']) ?? 'failed');
}
