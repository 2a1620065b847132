import type { ComponentType, ReactNode } from 'react';
import { isJsonArray, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import type { CONTENT_PART_TYPES } from '#protocol/item-types.ts';
import { Banner } from '#ui/banner.tsx';
import { useIsGrowing } from '#ui/growing.ts';
import { LongList } from '#ui/long-list.tsx';
import { LongText } from '#ui/long-text.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { FieldList } from './field-list.tsx';
import { ItemField, useDataPath } from './item-place.tsx';
import { AUDIO_FIELDS, AudioPart, FILE_FIELDS, FilePart, IMAGE_FIELDS, ImagePart, VIDEO_FIELDS, VideoPart } from './media-parts.tsx';
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
type PartView = { readonly View: ComponentType<PartViewProps>; readonly fields: ExpectedFields };

const text: PartView = { View: TextPart, fields: { text: 'string', annotations: 'list', logprobs: 'list' } };
const image: PartView = { View: underHeading(ImagePart), fields: IMAGE_FIELDS };
const audio: PartView = { View: underHeading(AudioPart), fields: AUDIO_FIELDS };

/** How each content part looks, and which of its fields that shows. */
const PART_VIEWS: { readonly [T in ContentPartType]: PartView } = {
  output_text: text,
  input_text: text,
  text,
  summary_text: text,
  reasoning_text: text,
  refusal: { View: underHeading(RefusalPart), fields: { refusal: 'string' } },
  input_image: image,
  computer_screenshot: image,
  input_file: { View: underHeading(FilePart), fields: FILE_FIELDS },
  input_audio: audio,
  output_audio: audio,
  input_video: { View: underHeading(VideoPart), fields: VIDEO_FIELDS },
  encrypted_content: { View: underHeading(EncryptedPart), fields: { encrypted_content: 'string' } },
};

/** What any part may carry beside its own fields. */
const ANY_PART: ExpectedFields = { type: 'string', prompt_cache_breakpoint: isBreakpoint };

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
  const isGrowing = useIsGrowing();
  if (typeof content === 'string') return <TextPart part={{ text: content }} expectsJson={expectsJson} label={label} heading={heading} />;
  if (content === undefined || content === null || (isJsonArray(content) && content.length === 0)) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        {heading}
        <span className="text-tertiary">
          {isGrowing ? '…' : content === undefined ? '(no content was sent)' : content === null ? '(content is null)' : '(no content)'}
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
      <CacheBreakpoint part={part} />
      <OtherFields value={part} expected={{ ...ANY_PART, ...fields }} />
    </div>
  );
}

function UnknownPart({ part, type, heading }: { readonly part: JsonObject; readonly type: string | null; readonly heading: ReactNode }) {
  return (
    <Headed heading={heading}>
      <p className="text-sm text-secondary">
        {type === null ? (
          `A part ${part['type'] === undefined ? 'without a type' : 'whose type is not a string'}`
        ) : (
          <>
            A part of the type <code className="font-mono">{visibleLine(type)}</code>, which this viewer does not know
          </>
        )}
        : all it holds is here.
      </p>
      <FieldList value={part} except={type === null ? [] : ['type']} />
    </Headed>
  );
}

/** Where the prompt may be cached up to: how that was decided and for how long it is kept. */
function CacheBreakpoint({ part }: { readonly part: JsonObject }) {
  const dataPath = useDataPath();
  const breakpoint = part['prompt_cache_breakpoint'] ?? null;
  if (!isBreakpoint(breakpoint)) return null;
  const { mode, ttl } = breakpoint;
  return (
    <p data-path={dataPath(breakpoint)} className="mt-0.5 text-sm text-tertiary">
      prompt cache breakpoint{mode === undefined ? '' : `, ${visibleLine(stringOf(mode) ?? '')}`}
      {ttl === undefined || ttl === null ? '' : `, kept for ${visibleLine(stringOf(ttl) ?? '')}`}
    </p>
  );
}

function isBreakpoint(value: JsonValue): value is JsonObject {
  if (!isJsonObject(value)) return false;
  return Object.entries(value).every(
    ([name, field]) => (name === 'mode' && typeof field === 'string') || (name === 'ttl' && (field === null || typeof field === 'string')),
  );
}

function RefusalPart({ part }: { readonly part: JsonObject }) {
  return (
    <Banner kind="warning" title="The model refused to answer">
      <ItemField of={part} name="refusal">
        <LongText text={stringOf(part['refusal']) ?? '(no reason was sent)'} />
      </ItemField>
    </Banner>
  );
}

function EncryptedPart({ part }: { readonly part: JsonObject }) {
  return (
    <ItemField of={part} name="encrypted_content">
      <OpaqueText text={stringOf(part['encrypted_content']) ?? ''} label="encrypted_content" />
    </ItemField>
  );
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
