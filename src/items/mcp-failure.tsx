import { isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { LongText } from '#ui/long-text.tsx';
import { FieldList } from './field-list.tsx';
import { ContentParts } from './content-parts.tsx';
import { ItemFailure } from './item-failure.tsx';
import { isJsonText, JsonText } from './json-text.tsx';
import { LabelledValues } from './labelled-value.tsx';
import { ValueView } from './value-view.tsx';
import { ItemField } from './item-place.tsx';

/** Where a call went wrong, by the kind of its error. */
const TITLES: Readonly<Record<string, string>> = {
  mcp_tool_execution_error: 'The tool ran and failed',
  mcp_protocol_error: 'The server refused the call',
  http_error: 'The server could not be reached',
};

/** The error of an MCP item: the object that servers send now, or the string they sent before. */
export function McpFailure({ item, title }: { readonly item: JsonObject; readonly title: string }) {
  return (
    <ItemField of={item} name="error">
      <Failure error={item['error']} title={title} />
    </ItemField>
  );
}

function Failure({ error, title }: { readonly error: JsonValue | undefined; readonly title: string }) {
  if (error === undefined || error === null) return null;
  if (!isJsonObject(error)) {
    return (
      <ItemFailure title={title}>
        {typeof error === 'string' ? <ErrorText text={error} /> : <ValueView value={error} label="error" />}
      </ItemFailure>
    );
  }
  const type = stringOf(error['type']);
  const message = stringOf(error['message']);
  const words = type !== null && Object.hasOwn(TITLES, type) ? (TITLES[type] ?? title) : title;
  return (
    <ItemFailure title={words}>
      {message === null ? null : (
        <ItemField of={error} name="message">
          <ErrorText text={message} />
        </ItemField>
      )}
      {error['content'] === undefined ? null : (
        <ItemField of={error} name="content">
          <ErrorContent content={error['content']} />
        </ItemField>
      )}
      <LabelledValues item={error} names={['type', 'code']} words={['type', 'code']} />
      <FieldList value={error} except={['type', 'code', 'content', ...(message === null ? [] : ['message'])]} />
    </ItemFailure>
  );
}

function ErrorText({ text }: { readonly text: string }) {
  if (text === '') return <p className="text-tertiary">(empty text)</p>;
  if (isJsonText(text))
    return <JsonText text={text} label="error" heading={<span className="text-sm text-tertiary">{visibleLine('error')}</span>} />;
  return <LongText text={text} isMonospace />;
}

/** What a tool answers in place of a result: a list of content blocks; MCP's own `text` is among the parts that are known. */
function ErrorContent({ content }: { readonly content: JsonValue }) {
  const only = Array.isArray(content) && content.length === 1 ? (content[0] as JsonValue | undefined) : undefined;
  const isPlain = isJsonObject(only) && only['type'] === 'text' && typeof only['text'] === 'string' && Object.keys(only).length === 2;
  if (!isPlain) return <ContentParts content={content} label="error" />;
  return (
    <ItemField of={only} name="text">
      <ErrorText text={stringOf(only['text']) ?? ''} />
    </ItemField>
  );
}
