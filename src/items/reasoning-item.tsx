import { Brain } from 'lucide-react';
import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { arrayOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { ContentParts } from './content-parts.tsx';
import type { ItemContext, ItemDefinition, ItemProps } from './item-definition.ts';
import { isReadable, OpaqueText } from './opaque-text.tsx';
import { proseLine } from './summary-text.ts';
import { ItemField } from './item-place.tsx';

export const reasoningItem: ItemDefinition = {
  icon: Brain,
  title: () => 'Reasoning',
  summary: (item, context) => titlesOf(item) || withoutText(context),
  openSummary: (item, context) => (hasText(item) ? '' : withoutText(context)),
  facts,
  fields: { summary: 'anything', content: 'anything', encrypted_content: 'string' },
  Body: ReasoningBody,
  opensGrowing: (item) => textOfItem(item) !== '',
};

function ReasoningBody({ item, context }: ItemProps) {
  const encrypted = stringOf(item['encrypted_content']) ?? '';
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      {isPresent(item['summary']) ? (
        <ItemField of={item} name="summary">
          <ContentParts content={item['summary']} label="summary" heading={<Heading>summary</Heading>} />
        </ItemField>
      ) : null}
      {isPresent(item['content']) ? (
        <ItemField of={item} name="content">
          <ContentParts content={item['content']} label="reasoning text" heading={<Heading>reasoning text</Heading>} />
        </ItemField>
      ) : null}
      {hasText(item) || context.isGrowing === true ? null : <HiddenReasoning context={context} />}
      {encrypted === '' ? null : (
        <ItemField of={item} name="encrypted_content">
          {textsOf(item).includes(encrypted) ? (
            <p className="text-sm text-secondary">encrypted_content repeats this text: this server does not encrypt it.</p>
          ) : (
            <OpaqueText text={encrypted} label="encrypted_content" />
          )}
        </ItemField>
      )}
    </div>
  );
}

/** What there is to say of reasoning whose text is not here: it may yet come. */
function withoutText({ isGrowing = false }: ItemContext): string {
  return isGrowing ? 'thinking' : 'hidden: the server kept its text';
}

function Heading({ children }: { readonly children: string }) {
  return <span className="text-sm text-tertiary">{children}</span>;
}

function HiddenReasoning({ context }: { readonly context: ItemContext }) {
  const { reasoningTokens, reasoningItems } = context;
  return (
    <div>
      <p>Hidden reasoning: the server kept its text.</p>
      <p className="text-sm text-secondary">
        {reasoningTokens === null
          ? ''
          : `${formatCount(reasoningTokens, 'token')} ${reasoningItems > 1 ? `for all ${reasoningItems} reasoning items of this response` : 'of reasoning in this response'}. `}
        A summary is written only when the request asks for one with <code className="font-mono">reasoning.summary</code>.
      </p>
    </div>
  );
}

/** Tokens are counted for the whole response, so an item has a count of its own only when it is alone. */
function facts(item: JsonObject, { reasoningTokens, reasoningItems }: ItemContext): readonly string[] {
  const encrypted = stringOf(item['encrypted_content']) ?? '';
  const summaries = arrayOf(item['summary']).length;
  return [
    reasoningTokens !== null && reasoningItems === 1 ? `${formatNumber(reasoningTokens)} tokens` : '',
    summaries > 1 ? `${summaries} summaries` : '',
    encrypted === '' || isReadable(encrypted) ? '' : `encrypted ${formatBytes(utf8Length(encrypted))}`,
  ];
}

/** Models begin a summary with its title in bold, and may write several: those tell the story. Otherwise the beginning is as good. */
function titlesOf(item: JsonObject): string {
  const titles = textsOf(item).flatMap((text) => BOLD_START.exec(text.slice(0, 400))?.[1] ?? []);
  return titles.length > 0 ? titles.slice(0, 6).map(proseLine).join(' · ') : proseLine(textOfItem(item));
}

const BOLD_START = /^\s*\*\*(.+?)\*\*/;

/** The first text that holds a word, also of a server that does not encrypt what it calls so. */
function textOfItem(item: JsonObject): string {
  const encrypted = stringOf(item['encrypted_content']) ?? '';
  return textsOf(item).find((each) => each.trim() !== '') ?? (isReadable(encrypted) ? encrypted : '');
}

function hasText(item: JsonObject): boolean {
  return textOfItem(item) !== '' || isPresent(item['content']) || isPresent(item['summary']);
}

function textsOf(item: JsonObject): readonly string[] {
  return [item['summary'], item['content']].flatMap((parts) => (typeof parts === 'string' ? [parts] : arrayOf(parts).map(textOf)));
}

function textOf(part: JsonValue): string {
  return stringOf(part) ?? stringOf(objectOf(part)?.['text']) ?? '';
}

/** Servers say "nothing" as null, as an empty list and by leaving the field out. */
function isPresent(parts: JsonValue | undefined): boolean {
  return parts !== undefined && parts !== null && parts !== '' && !(Array.isArray(parts) && parts.length === 0);
}
