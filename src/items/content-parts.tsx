import type { ComponentType, ReactNode } from 'react';
import { isJsonArray, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import type { CONTENT_PART_TYPES } from '#protocol/item-types.ts';
import { Banner } from '#ui/banner.tsx';
import { LongList } from '#ui/long-list.tsx';
import { LongText } from '#ui/long-text.tsx';
import { FieldList } from './field-list.tsx';
import { useDataPath } from './item-place.tsx';
import { AudioPart, FilePart, ImagePart, VideoPart } from './media-parts.tsx';
import { OpaqueText } from './opaque-text.tsx';
import { TextPart } from './text-part.tsx';
import { ValueView } from './value-view.tsx';

export type PartViewProps = {
  readonly part: JsonObject;
  readonly expectsJson: boolean;
  /** What the text is, for the names of its controls. */
  readonly label: string;
  /** Stands before the part, on its line of controls where it has one. */
  readonly heading: ReactNode;
};
type ContentPartType = (typeof CONTENT_PART_TYPES)[number];
type PartView = { readonly View: ComponentType<PartViewProps>; readonly fields: readonly string[] };

const text: PartView = { View: TextPart, fields: ['text', 'annotations', 'logprobs'] };
const image: PartView = { View: underHeading(ImagePart), fields: ['image_url', 'file_id', 'detail'] };

/** How each content part looks, and which of its fields that shows. */
const PART_VIEWS: { readonly [T in ContentPartType]: PartView } = {
  output_text: text,
  input_text: text,
  text,
  summary_text: text,
  reasoning_text: text,
  refusal: { View: underHeading(RefusalPart), fields: ['refusal'] },
  input_image: image,
  computer_screenshot: image,
  input_file: { View: underHeading(FilePart), fields: ['file_id', 'filename', 'file_url', 'file_data', 'detail'] },
  input_audio: { View: underHeading(AudioPart), fields: ['input_audio', 'data', 'format', 'transcript'] },
  output_audio: { View: underHeading(AudioPart), fields: ['data', 'format', 'transcript'] },
  input_video: { View: underHeading(VideoPart), fields: ['video_url'] },
  encrypted_content: { View: underHeading(EncryptedPart), fields: ['encrypted_content'] },
};

type ContentPartsProps = {
  /** The list of parts; servers also send a plain string, or nothing. */
  readonly content: JsonValue | undefined;
  readonly label: string;
  readonly expectsJson?: boolean;
  /** Stands before the first part. */
  readonly heading?: ReactNode;
};

/** Tools have answered with tens of thousands of parts; drawing them all would freeze the page. */
const MOST_PARTS = 10;

/** Content of any kind and any number of parts; types nobody told us about are listed field by field. */
export function ContentParts({ content, label, expectsJson = false, heading = null }: ContentPartsProps) {
  const dataPath = useDataPath();
  if (typeof content === 'string') return <TextPart part={{ text: content }} expectsJson={expectsJson} label={label} heading={heading} />;
  if (content === undefined || content === null || (isJsonArray(content) && content.length === 0)) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        {heading}
        <span className="text-tertiary">
          {content === undefined ? '(no content was sent)' : content === null ? '(content is null)' : '(no content)'}
        </span>
      </div>
    );
  }
  const parts: readonly JsonValue[] = isJsonArray(content) ? content : [content];
  const placeOf = (index: number) => (isJsonArray(content) ? dataPath(content, index) : dataPath(content));
  return (
    <LongList items={parts} label={`Parts of ${label}`} noun="parts" limit={MOST_PARTS} gap="wide">
      {(part, index) => (
        <div data-path={placeOf(index)} className="min-w-0">
          <ContentPart part={part} label={label} expectsJson={expectsJson} heading={partHeading(parts, index, heading)} />
        </div>
      )}
    </LongList>
  );
}

/** Several parts say which they are; a single one needs no number. */
function partHeading(parts: readonly JsonValue[], index: number, heading: ReactNode): ReactNode {
  const first = index === 0 ? heading : null;
  if (parts.length === 1) return first;
  return (
    <>
      {first}
      <span className="text-sm text-tertiary">
        part {index + 1} of {parts.length} · <code className="font-mono">{visibleLine(typeOf(parts[index]) ?? 'no type')}</code>
      </span>
    </>
  );
}

function ContentPart({ part, label, expectsJson, heading }: Omit<PartViewProps, 'part'> & { readonly part: JsonValue }) {
  if (typeof part === 'string') return <TextPart part={{ text: part }} expectsJson={expectsJson} label={label} heading={heading} />;
  if (!isJsonObject(part))
    return (
      <Headed heading={heading}>
        <ValueView value={part} label={label} />
      </Headed>
    );
  const type = typeOf(part);
  if (type === null || !isKnownPart(type)) return <UnknownPart part={part} type={type} heading={heading} />;
  const { View, fields } = PART_VIEWS[type];
  return (
    <div className="min-w-0">
      <View part={part} expectsJson={expectsJson} label={label} heading={heading} />
      <FieldList value={part} except={['type', ...fields]} />
    </div>
  );
}

function UnknownPart({ part, type, heading }: { readonly part: JsonObject; readonly type: string | null; readonly heading: ReactNode }) {
  return (
    <Headed heading={heading}>
      <p className="text-sm text-secondary">
        {type === null ? (
          'A part without a type'
        ) : (
          <>
            A part of the type <code className="font-mono">{visibleLine(type)}</code>, which this viewer does not know
          </>
        )}
        : all it holds is here.
      </p>
      <FieldList value={part} except={['type']} />
    </Headed>
  );
}

function RefusalPart({ part }: { readonly part: JsonObject }) {
  return (
    <Banner kind="warning" title="The model refused to answer">
      <LongText text={stringOf(part['refusal']) ?? '(no reason was sent)'} />
    </Banner>
  );
}

function EncryptedPart({ part }: { readonly part: JsonObject }) {
  return <OpaqueText text={stringOf(part['encrypted_content']) ?? ''} label="encrypted_content" />;
}

function underHeading(View: ComponentType<{ readonly part: JsonObject }>): ComponentType<PartViewProps> {
  return function PartUnderHeading({ part, heading }: PartViewProps) {
    return (
      <Headed heading={heading}>
        <View part={part} />
      </Headed>
    );
  };
}

function Headed({ heading, children }: { readonly heading: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      {heading === null ? null : <div className="mb-1 flex flex-wrap items-center gap-2">{heading}</div>}
      {children}
    </div>
  );
}

function isKnownPart(type: string): type is ContentPartType {
  return Object.hasOwn(PART_VIEWS, type);
}

function typeOf(part: JsonValue | undefined): string | null {
  return isJsonObject(part) ? stringOf(part['type']) : null;
}
