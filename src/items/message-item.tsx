import { MessageSquareText } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, isJsonArray, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { isMedia, mediaWords } from '#model/media-words.ts';
import { ContentParts } from './content-parts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { growingLine } from './growing-line.ts';
import { argumentsLine, joinFacts, lineOf, proseLine } from './summary-text.ts';
import { ItemField } from './item-place.tsx';

export const messageItem: ItemDefinition = {
  icon: MessageSquareText,
  title: () => 'Message',
  summary: (item, { hasManySpeakers = false, isGrowing = false }) => {
    const role = stringOf(item['role']);
    return joinFacts(
      role === 'assistant' && !hasManySpeakers ? null : lineOf(role ?? ''),
      phaseOf(item) === 'commentary' ? 'commentary' : null,
      isGrowing && growingLine(item) === '' ? null : textLine(item['content']),
    );
  },
  openSummary: (item) => joinFacts(lineOf(stringOf(item['role']) ?? ''), phaseOf(item)),
  facts: (item) => contentFacts(item['content']),
  notice: (item) => (partsOf(item['content']).some(({ type }) => type === 'refusal') ? 'refused' : null),
  fields: { role: 'string', content: 'anything', phase: 'string' },
  Body: MessageBody,
  startsOpen: () => true,
};

function MessageBody({ item, context }: ItemProps) {
  return (
    <ItemField of={item} name="content">
      <ContentParts
        content={item['content']}
        label="message"
        expectsJson={context.expectsJson && (stringOf(item['role']) ?? 'assistant') === 'assistant' && phaseOf(item) !== 'commentary'}
      />
    </ItemField>
  );
}

/** "final answer", "commentary", or "" where no phase was sent. */
function phaseOf(item: JsonObject): string {
  return lineOf(stringOf(item['phase']) ?? '').replaceAll('_', ' ');
}

/** What the content says, on one line, after the images and files that come with it; content without text is named by its parts. */
export function textLine(content: JsonValue | undefined): string {
  if (typeof content === 'string') return lineOfText(content);
  // A line is made of the first parts; tools have answered with tens of thousands.
  const parts = partsOf(isJsonArray(content) ? content.slice(0, 50) : content);
  const media = mediaWords(parts).map(lineOf);
  for (const part of parts) {
    const text = stringOf(part['text']) ?? stringOf(part['refusal']) ?? stringOf(part['transcript']) ?? '';
    if (text.trim() !== '') return joinFacts(...media, lineOfText(text));
  }
  if (parts.every((part) => part['text'] === '')) return parts.length === 0 ? '(no content)' : '(empty text)';
  const others = parts.filter((part) => !isMedia(part));
  const kinds = others.map((part) => lineOf(stringOf(part['type']) ?? 'a part without a type').replaceAll('_', ' '));
  return [...media, ...kinds].join(', ');
}

/** Prose as prose, and JSON as what it holds. */
function lineOfText(text: string): string {
  return /^\s*[{[]/.test(text) ? argumentsLine(text) : proseLine(text);
}

function contentFacts(content: JsonValue | undefined): readonly string[] {
  const parts = partsOf(content);
  const citations = parts.reduce((count, part) => count + arrayOf(part['annotations']).length, 0);
  const logprobs = parts.some((part) => arrayOf(part['logprobs']).length > 0);
  return [
    parts.length > 1 ? formatCount(parts.length, 'part') : '',
    citations > 0 ? formatCount(citations, 'citation') : '',
    logprobs ? 'logprobs' : '',
  ];
}

function partsOf(content: JsonValue | undefined): readonly JsonObject[] {
  return arrayOf(content).flatMap((part): readonly JsonObject[] =>
    isJsonObject(part) ? [part] : typeof part === 'string' ? [{ text: part }] : [],
  );
}
