import { formatDotPath } from '#base/json-path-text.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';
import { isJsonArray, isJsonObject, stringOf, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { visibleText } from '#base/visible-text.ts';
import { JsonTree } from '#ui/json-tree.tsx';
import { LongText } from '#ui/long-text.tsx';
import { FieldRow, FieldRows } from '#ui/field-row.tsx';
import { copiedText, FieldValue } from './field-value.tsx';

/** Instructions that came as input items (from a prompt template): who says what, in order. */
export function InstructionList({ items, path }: { readonly items: JsonArray; readonly path: JsonPath }) {
  return (
    <ol className="my-1 flex flex-col gap-1">
      {items.map((item, position) => (
        <li
          key={position}
          data-path={formatJsonPointer([...path, position])}
          className="rounded border border-line bg-raised px-2.5 py-1.5"
        >
          {isJsonObject(item) && isReadable(item) ? (
            <Message item={item} path={[...path, position]} />
          ) : (
            <Unread value={item} label={`instructions[${position}]`} path={[...path, position]} />
          )}
        </li>
      ))}
    </ol>
  );
}

const SAID = new Set(['type', 'role']);

function Message({ item, path }: { readonly item: JsonObject; readonly path: JsonPath }) {
  const content = item['content'] ?? null;
  const inContent: JsonPath = [...path, 'content'];
  const rest = Object.entries(item).filter(([name, value]) => name !== 'content' && !(SAID.has(name) && typeof value === 'string'));
  return (
    <>
      <p className="text-sm text-secondary">
        <span data-path={formatJsonPointer([...path, 'role'])} className="font-medium text-text">
          {visibleText(stringOf(item['role']) ?? 'no role')}
        </span>{' '}
        · <span data-path={formatJsonPointer([...path, 'type'])}>{visibleText(stringOf(item['type']) ?? 'message')}</span>
      </p>
      {isJsonArray(content) ? (
        content.map((part, index) => <Part key={index} part={part} path={[...inContent, index]} />)
      ) : (
        <Part part={content} path={inContent} />
      )}
      {rest.length === 0 ? null : (
        <FieldRows>
          {rest.map(([name, value]) => (
            <FieldRow
              key={name}
              name={formatDotPath([...path, name])}
              dataPath={formatJsonPointer([...path, name])}
              copy={() => copiedText(value)}
            >
              <FieldValue name={name} path={[...path, name]} value={value} />
            </FieldRow>
          ))}
        </FieldRows>
      )}
    </>
  );
}

/** A part that is nothing but text reads as text; whatever else it carries would be lost, so such a part is a tree. */
function Part({ part, path }: { readonly part: JsonValue; readonly path: JsonPath }) {
  const dataPath = formatJsonPointer(path);
  if (typeof part === 'string') {
    return (
      <div data-path={dataPath}>
        <LongText text={part} />
      </div>
    );
  }
  if (!isTextAlone(part)) return <Unread value={part} label="Content part" path={path} />;
  const type = stringOf(part['type']);
  return (
    <div data-path={dataPath}>
      {type === null ? null : (
        <code data-path={`${dataPath}/type`} className="font-mono text-sm text-tertiary">
          {visibleText(type)}
        </code>
      )}
      <div data-path={`${dataPath}/text`}>
        <LongText text={stringOf(part['text']) ?? ''} />
      </div>
    </div>
  );
}

function isTextAlone(part: JsonValue): part is JsonObject {
  const plain = untracked(part);
  if (!isJsonObject(plain) || typeof plain['text'] !== 'string') return false;
  return Object.entries(plain).every(([name, value]) => name === 'text' || (name === 'type' && typeof value === 'string'));
}

function Unread({ value, label, path }: { readonly value: JsonValue; readonly label: string; readonly path: JsonPath }) {
  if (typeof value === 'object' && value !== null) return <JsonTree value={value} label={label} expandLevels={2} rootPath={path} />;
  return <span className="font-mono text-sm">{JSON.stringify(value)}</span>;
}

function isReadable(item: JsonObject): boolean {
  return 'role' in item && (typeof item['content'] === 'string' || isJsonArray(item['content']));
}
