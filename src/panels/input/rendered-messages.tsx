import { useRef } from 'react';
import { formatJsonPointer } from '#base/json-pointer.ts';
import { formatCount } from '#base/format-number.ts';
import { isJsonObject, objectOf, stringOf, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { ContentParts } from '#items/content-parts.tsx';
import { FieldList } from '#items/field-list.tsx';
import { ValueView } from '#items/value-view.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { DisclosureSection, type Expansion } from '#ui/disclosure-section.tsx';
import type { Reveal } from '#model/reveal.ts';
import { useReveal } from '#ui/use-reveal.ts';

const MESSAGES_PATH: JsonPath = ['input_messages'];

type RenderedMessagesProps = { readonly messages: JsonArray; readonly expansion: Expansion; readonly reveal: Reveal | null };

/** `input_messages` of vLLM: what the model saw after the chat template, one message under the other. */
export function RenderedMessages({ messages, expansion, reveal }: RenderedMessagesProps) {
  const section = useRef<HTMLDivElement>(null);
  useReveal(section, reveal?.path[0] === 'input_messages' ? reveal : null);
  return (
    <div ref={section} data-path={formatJsonPointer(MESSAGES_PATH)} className="min-w-0">
      <DisclosureSection
        title="Messages as the model saw them"
        summary={`input_messages · ${formatCount(messages.length, 'message')}`}
        expansion={expansion}
        paths={[MESSAGES_PATH]}
        actions={<CopyButton iconOnly label="Copy input_messages" text={() => JSON.stringify(messages, null, 2)} />}
      >
        <ol className="my-1 grid grid-cols-[minmax(0,1fr)] gap-2">
          {messages.map((message, position) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li
              key={position}
              data-path={formatJsonPointer([...MESSAGES_PATH, position])}
              className="@container min-w-0 rounded border border-line bg-raised px-2.5 py-1.5"
            >
              {isJsonObject(message) ? <Message message={message} /> : <ValueView value={message} label={`input_messages[${position}]`} />}
            </li>
          ))}
        </ol>
      </DisclosureSection>
    </div>
  );
}

/** Messages name who speaks as `role`, or as `author.role`. */
function Message({ message }: { readonly message: JsonObject }) {
  const role = stringOf(message['role']) ?? stringOf(objectOf(message['author'])?.['role']);
  const channel = stringOf(message['channel']);
  const words = [role ?? 'no role', channel].filter((word) => word !== null).map(visibleLine);
  const shown = ['content', ...(stringOf(message['role']) === null ? [] : ['role']), ...(channel === null ? [] : ['channel'])];
  return (
    <>
      <p className="mb-1 text-sm font-medium">{words.join(' · ')}</p>
      {message['content'] === undefined ? null : <Content content={message['content']} />}
      <FieldList value={message} except={shown} />
    </>
  );
}

function Content({ content }: { readonly content: JsonValue }) {
  return <ContentParts content={content} label="message" />;
}
