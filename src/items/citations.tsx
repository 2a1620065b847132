import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import type { ReadAnnotation } from '#model/annotations.ts';
import { ExternalLink } from '#ui/external-link.tsx';
import { safeUrl } from '#ui/safe-link.tsx';
import type { TextMark } from '#ui/markdown.tsx';
import { FieldList } from './field-list.tsx';
import { IdFacts } from './id-facts.tsx';
import { ValueView } from './value-view.tsx';
import { ItemField, useDataPath } from './item-place.tsx';

/** The annotations that have a place, as marks for the text; a mark's index is its position in the answer. */
export function placedAnnotations(annotations: readonly ReadAnnotation[]): readonly (ReadAnnotation & { readonly mark: TextMark })[] {
  return annotations.flatMap((annotation) => {
    if (annotation.place === null) return [];
    return [{ ...annotation, mark: { ...annotation.place, wraps: annotation.type === 'container_file_citation' } }];
  });
}

/** An annotation where it belongs in the text: a raised number, or a chip around the words that name a file. */
export function CitationMark({ citation, covered }: { readonly citation: ReadAnnotation; readonly covered: ReactNode | null }) {
  const name = nameOf(citation);
  if (covered !== null || citation.type === 'container_file_citation' || citation.type === 'file_path') {
    return (
      <span title={name} className="mx-0.5 inline-flex items-baseline gap-1 rounded border border-line bg-raised px-1.5 text-[0.94em]">
        <FileText size={12} aria-hidden className="shrink-0 self-center text-secondary" />
        {covered ?? name}
        <Number citation={citation} />
      </span>
    );
  }
  return <Number citation={citation} />;
}

function Number({ citation }: { readonly citation: ReadAnnotation }) {
  const target = safeUrl(stringOf(objectOf(citation.annotation)?.['url']) ?? '');
  const name = `Citation ${citation.number}: ${nameOf(citation)}`;
  if (target === null) {
    return (
      <sup title={name} className="px-px text-[0.72em] text-accent">
        {citation.number}
      </sup>
    );
  }
  return (
    <sup className="text-[0.72em]">
      <a
        href={target.href}
        target="_blank"
        rel="noopener noreferrer"
        title={`${name} (${target.host})`}
        aria-label={`${name}, ${target.host}`}
        className="px-px text-accent hover:underline"
      >
        {citation.number}
      </a>
    </sup>
  );
}

function nameOf({ annotation, type }: ReadAnnotation): string {
  const fields = objectOf(annotation);
  const name = stringOf(fields?.['title']) || stringOf(fields?.['filename']) || stringOf(fields?.['url']) || stringOf(fields?.['file_id']);
  return visibleLine(name || type);
}

/** Every annotation of a text, whether it has a place in it or not. */
export function CitationList({ citations }: { readonly citations: readonly ReadAnnotation[] }) {
  const dataPath = useDataPath();
  if (citations.length === 0) return null;
  return (
    <ol aria-label="Citations" className="mt-2 grid gap-0.5 border-t border-line pt-1.5 text-sm">
      {citations.map((citation) => (
        <li key={citation.number} data-path={dataPath(citation.annotation)} className="flex min-h-6 min-w-0 items-baseline gap-2">
          <span className="w-5 shrink-0 text-right text-tertiary">{citation.number}</span>
          <div className="min-w-0 flex-1">
            <CitationEntry citation={citation} />
          </div>
        </li>
      ))}
    </ol>
  );
}

const SHOWN: Readonly<Record<string, readonly string[]>> = {
  url_citation: ['type', 'url', 'title', 'start_index', 'end_index'],
  file_citation: ['type', 'file_id', 'filename', 'index'],
  container_file_citation: ['type', 'container_id', 'file_id', 'filename', 'start_index', 'end_index'],
  file_path: ['type', 'file_id', 'filename', 'index'],
};

function CitationEntry({ citation }: { readonly citation: ReadAnnotation }) {
  const { annotation, type } = citation;
  if (!isJsonObject(annotation)) return <ValueView value={annotation} label={`Annotation ${citation.number}`} />;
  const shown = Object.hasOwn(SHOWN, type) ? SHOWN[type] : undefined;
  return (
    <>
      {shown === undefined ? (
        <code className="font-mono text-secondary">{visibleLine(type)}</code>
      ) : (
        <KnownCitation fields={annotation} citation={citation} />
      )}
      <FieldList value={annotation} except={shown ?? ['type']} />
    </>
  );
}

function KnownCitation({ fields, citation }: { readonly fields: JsonObject; readonly citation: ReadAnnotation }) {
  const url = stringOf(fields['url']);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3">
      {url === null ? (
        <ItemField of={fields} name="filename" isInline className="inline-flex items-center gap-1 font-medium">
          <FileText size={12} aria-hidden className="text-secondary" />
          {nameOf(citation)}
        </ItemField>
      ) : (
        <ItemField of={fields} name="url" isInline className="min-w-0 wrap-anywhere">
          <ItemField of={fields} name="title" isInline>
            <ExternalLink url={url}>{nameOf(citation)}</ExternalLink>
          </ItemField>
        </ItemField>
      )}
      <IdFacts fields={fields} ids={['file_id', 'container_id']} />
      <Where citation={citation} fields={fields} />
    </span>
  );
}

/** The indexes as they were sent. */
function Where({ citation: { place, type }, fields }: { readonly citation: ReadAnnotation; readonly fields: JsonObject }) {
  const span = ['start_index', 'end_index'].filter((name) => fields[name] !== undefined);
  const names = span.length > 0 ? span : fields['index'] === undefined ? [] : ['index'];
  return (
    <span className="text-tertiary">
      {type === 'url_citation' ? '' : `${type.replaceAll('_', ' ')} `}
      {names.map((name, position) => (
        <ItemField key={name} of={fields} name={name} isInline>
          {position > 0 ? '–' : name === 'index' ? 'index ' : ''}
          {spell(fields[name])}
        </ItemField>
      ))}
      {place === null ? `${names.length === 0 ? '' : ', '}no place in the text` : ''}
    </span>
  );
}

function spell(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'null';
}
