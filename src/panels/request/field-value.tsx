import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { formatCount } from '#base/format-number.ts';
import { isJsonArray, tryParseJson, type JsonPath, type JsonValue } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { visibleText } from '#base/visible-text.ts';
import { Badge, type Tone } from '#ui/badge.tsx';
import { JsonTree } from '#ui/json-tree.tsx';
import { LongText } from '#ui/long-text.tsx';

type FieldValueProps = {
  readonly name: string;
  /** Where `value` stands in the response. */
  readonly path?: JsonPath | null;
  readonly value: JsonValue | undefined;
  readonly words?: string | null;
  readonly remark?: string | null;
  readonly expandLevels?: number;
};

/** A value as it was sent, with what it means beside it. */
export function FieldValue({ name, path = null, value, words = null, remark = null, expandLevels = 1 }: FieldValueProps) {
  if (typeof value === 'object' && value !== null && !isEmpty(value)) {
    return (
      <>
        <p className="text-secondary">{words ?? (isJsonArray(value) ? formatCount(value.length, 'entry', 'entries') : null)}</p>
        <JsonTree value={value} label={name} expandLevels={expandLevels} rootPath={path} />
      </>
    );
  }
  if (typeof value === 'string' && isLongText(value)) {
    return (
      <>
        <p className="text-secondary">
          {formatBytes(utf8Length(value))}
          <Aside text={words} />
          <Aside text={remark} isQuiet />
        </p>
        <TextBox text={value} />
      </>
    );
  }
  return (
    <>
      {name === 'status' && typeof value === 'string' ? (
        <Badge tone={STATUS_TONES.get(value) ?? 'neutral'}>{visibleText(value)}</Badge>
      ) : (
        <Literal value={value} />
      )}
      <Aside text={words} />
      <Aside text={remark} isQuiet />
    </>
  );
}

const STATUS_TONES: ReadonlyMap<string, Tone> = new Map([
  ['completed', 'good'],
  ['failed', 'error'],
  ['incomplete', 'warning'],
  ['cancelled', 'warning'],
  ['in_progress', 'accent'],
  ['queued', 'accent'],
]);

function Literal({ value }: { readonly value: JsonValue | undefined }) {
  if (value === undefined) return <span className="text-tertiary italic">not sent</span>;
  return <span className={`font-mono text-sm break-words ${value === null ? 'text-tertiary' : ''}`}>{literalText(value)}</span>;
}

function Aside({ text, isQuiet = false }: { readonly text: string | null; readonly isQuiet?: boolean }) {
  if (text === null) return null;
  return <span className={`ml-2 ${isQuiet ? 'text-sm text-tertiary' : 'text-secondary'}`}>{visibleText(text)}</span>;
}

/** Strings stand bare, unless they could be taken for nothing or for another type. */
function literalText(value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return value.trim() !== value || value === '' || tryParseJson(value).ok ? JSON.stringify(value) : visibleText(value);
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

/** True for a string that wants a box of its own; one of white space alone is better seen as JSON. */
export function isLongText(text: string): boolean {
  return (text.length > 240 || text.includes('\n')) && text.trim() !== '';
}

export function TextBox({ text }: { readonly text: string }) {
  return (
    <div className="my-1 rounded border border-line bg-raised px-2.5 py-1.5">
      <LongText text={text} />
    </div>
  );
}

/** What copying a value gives: the bare text of a string, else indented JSON. */
export function copiedText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(untracked(value), null, 2);
}
