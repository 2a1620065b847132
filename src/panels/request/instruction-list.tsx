import { formatJsonPointer } from '#base/json-pointer.ts';
import { isJsonArray, isJsonObject, stringOf, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { visibleText } from '#base/visible-text.ts';
import { JsonTree } from '#ui/json-tree.tsx';
import { LongText } from '#ui/long-text.tsx';

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
          {isJsonObject(item) && isReadable(item) ? <Message item={item} /> : <Unread value={item} label={`instructions[${position}]`} />}
        </li>
      ))}
    </ol>
  );
}

const SAID = new Set(['type', 'role']);

function Message({ item }: { readonly item: JsonObject }) {
  const content = item['content'] ?? null;
  const rest = Object.fromEntries(
    Object.entries(item).filter(([name, value]) => name !== 'content' && !(SAID.has(name) && typeof value === 'string')),
  );
  return (
    <>
      <p className="text-sm text-secondary">
        <span className="font-medium text-text">{visibleText(stringOf(item['role']) ?? 'no role')}</span> ·{' '}
        {stringOf(item['type']) ?? 'message'}
      </p>
      {isJsonArray(content) ? content.map((part, index) => <Part key={index} part={part} />) : <Part part={content} />}
      {Object.keys(rest).length === 0 ? null : <JsonTree value={rest} label="Other fields of this item" />}
    </>
  );
}

/** A part that is nothing but text reads as text; whatever else it carries would be lost, so such a part is a tree. */
function Part({ part }: { readonly part: JsonValue }) {
  if (typeof part === 'string') return <LongText text={part} />;
  if (!isTextAlone(part)) return <Unread value={part} label="Content part" />;
  const type = stringOf(part['type']);
  return (
    <>
      {type === null ? null : <code className="font-mono text-sm text-tertiary">{visibleText(type)}</code>}
      <LongText text={stringOf(part['text']) ?? ''} />
    </>
  );
}

function isTextAlone(part: JsonValue): part is JsonObject {
  const plain = untracked(part);
  if (!isJsonObject(plain) || typeof plain['text'] !== 'string') return false;
  return Object.entries(plain).every(([name, value]) => name === 'text' || (name === 'type' && typeof value === 'string'));
}

function Unread({ value, label }: { readonly value: JsonValue; readonly label: string }) {
  if (typeof value === 'object' && value !== null) return <JsonTree value={value} label={label} expandLevels={2} />;
  return <span className="font-mono text-sm">{JSON.stringify(value)}</span>;
}

function isReadable(item: JsonObject): boolean {
  return 'role' in item && (typeof item['content'] === 'string' || isJsonArray(item['content']));
}
