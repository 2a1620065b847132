import type { ReactNode } from 'react';
import { formatCount } from '#base/format-number.ts';
import { isReadExactly, numberAsRead } from '#base/json-number.ts';
import { isJsonArray, isJsonObject } from '#base/json.ts';
import { childCount } from '#base/page-json.ts';
import { NO_MARKS, type Marks, type RowMarks } from './document-find.ts';
import type { DocumentRow } from './document-rows.ts';
import { encodedKind, escaped, escapedLine, previewOfValue, startOf, stepText } from './json-tree-text.ts';
import { MarkedText } from './marked-text.tsx';

/** The height of every row, in pixels. */
export const ROW_HEIGHT = 22;
const INDENT = 14;
/** Deeper rows are not indented further, but say their level: 100,000 indents would be nowhere to be seen. */
const DEEPEST_INDENT = 30;
/** So much of an encoded file is shown: enough to recognise it by. */
const ENCODED_SHOWN = 60;

type DocumentTreeRowProps = {
  readonly row: DocumentRow;
  /** Its place among all rows. */
  readonly index: number;
  /** The JSON Pointer of its value; undefined where it has none of its own. */
  readonly pointer: string | undefined;
  /** How many characters of a text a row may have. */
  readonly columns: number;
  readonly isSelected: boolean;
  /** Whether the tab key reaches it: one row of a tree. */
  readonly isReachable: boolean;
  readonly marks: RowMarks | null;
  /** Where it is drawn when it is out of view, and only there to keep the focus. */
  readonly aside: 'above' | 'below' | null;
};

export function DocumentTreeRow({ row, index, pointer, columns, isSelected, isReachable, marks, aside }: DocumentTreeRowProps) {
  const indent = Math.min(row.depth, DEEPEST_INDENT) * INDENT;
  const isText = row.line !== null;
  return (
    <div
      role="treeitem"
      aria-level={row.depth + 1}
      aria-setsize={row.setSize}
      aria-posinset={row.position + 1}
      aria-expanded={row.isOpenable ? row.isOpen : undefined}
      aria-selected={isSelected}
      tabIndex={isReachable ? 0 : -1}
      data-row={index}
      data-path={pointer}
      className={`document-row ${aside === null ? '' : `absolute left-0 ${aside === 'above' ? 'top-0' : 'bottom-0'}`}`}
      style={{ height: ROW_HEIGHT, paddingLeft: indent + 4 }}
    >
      {indent === 0 ? null : <span aria-hidden className="document-row-guides" style={{ width: indent }} />}
      <span aria-hidden data-toggle={row.isOpenable ? '' : undefined} className="document-row-arrow">
        {row.isOpenable ? (row.isOpen ? '▾' : '▸') : ''}
      </span>
      {row.depth > DEEPEST_INDENT ? <span className="mr-2 text-tertiary">level {row.depth + 1}</span> : null}
      {isText ? <TextLine row={row} pointer={pointer} marks={marks} /> : <Key row={row} pointer={pointer} marks={marks} />}
      {isText ? null : <Value row={row} pointer={pointer} columns={columns} marks={marks} />}
      {isText ? null : <SentNote row={row} />}
    </div>
  );
}

type PartProps = Pick<DocumentTreeRowProps, 'row' | 'pointer' | 'marks'>;

function Key({ row, pointer, marks }: PartProps) {
  const { step } = row;
  if (step === null) return null;
  const isKey = typeof step === 'string';
  const found = isKey ? (marks?.inKey(step, pointer) ?? NO_MARKS) : NO_MARKS;
  const isQuoted = isKey && stepText(step) !== step;
  const isContainer = row.isOpenable && typeof row.value === 'object';
  return (
    <span data-toggle={isContainer ? '' : undefined} className="text-accent">
      <bdi dir="ltr" className={isOwnOvertaken(row) ? 'line-through' : ''}>
        {isQuoted ? '"' : ''}
        <MarkedText text={String(step)} {...found} draw={isQuoted ? escaped : undefined} />
        {isQuoted ? '"' : ''}
      </bdi>
      <span className="mr-1.5 text-tertiary">:</span>
    </span>
  );
}

function Value({ row, pointer, columns, marks }: PartProps & { readonly columns: number }) {
  const { value, sent } = row;
  if (isJsonArray(value) || isJsonObject(value)) return <Container row={row} />;
  if (typeof value === 'string') return <Text row={row} text={value} pointer={pointer} columns={columns} marks={marks} />;
  const text = sent?.number ?? JSON.stringify(value);
  const look = value === null ? 'text-tertiary italic' : typeof value === 'boolean' ? 'text-reasoning' : 'text-warning';
  const shown = sent?.number ?? (typeof value === 'number' ? String(value) : text);
  return (
    <span className={look}>
      <MarkedText text={shown} {...(marks?.inValue(shown, 0, shown.length, pointer) ?? NO_MARKS)} />
    </span>
  );
}

function Container({ row }: { readonly row: DocumentRow }) {
  const { value, sent, isOpen, isOpenable } = row;
  const [open, close] = isJsonArray(value) ? ['[', ']'] : ['{', '}'];
  const numberOf = (key: string) => sent?.children?.get(key)?.number ?? null;
  const size = isJsonArray(value) ? formatCount(value.length, 'item') : formatCount(sent?.members?.length ?? childCount(value), 'key');
  return (
    <bdi dir="ltr" data-toggle={isOpenable ? '' : undefined} className="text-tertiary">
      {open}
      {isOpen ? size : isOpenable ? previewOfValue(value, numberOf) : ''}
      {close}
    </bdi>
  );
}

type TextProps = PartProps & { readonly text: string; readonly columns: number };

/** A text on one line: all of it, or its beginning and how long it is. */
function Text({ row, text, pointer, columns, marks }: TextProps) {
  const encoded = text.length > columns ? encodedKind(text) : null;
  const shown = startOf(text, encoded === null ? columns : ENCODED_SHOWN);
  const isCut = shown.length < text.length;
  const found: Marks = marks?.inValue(text, 0, shown.length, pointer) ?? NO_MARKS;
  if (row.isOpen) return <LengthNote text={text} encoded={encoded} isOpen />;
  return (
    <>
      <bdi dir="ltr" className="text-good">
        &quot;
        <MarkedText text={shown} {...found} draw={escaped} />
        &quot;
      </bdi>
      {isCut ? <LengthNote text={text} encoded={encoded} isOpen={false} /> : null}
    </>
  );
}

/** How long a text is; a press opens or closes it. */
function LengthNote({ text, encoded, isOpen }: { readonly text: string; readonly encoded: string | null; readonly isOpen: boolean }) {
  return (
    <span data-toggle="" className={isOpen ? 'text-tertiary' : 'ml-1.5 text-tertiary'}>
      {isOpen ? '' : '… '}
      {encoded ?? formatCount(text.length, 'character')}
    </span>
  );
}

/** A row of an opened text, with the number of its line where one begins. */
function TextLine({ row, pointer, marks }: PartProps) {
  const { line, value } = row;
  if (line === null || typeof value !== 'string') return null;
  const { text, start } = line;
  return (
    <>
      <span aria-hidden className="mr-2 inline-block min-w-[3ch] text-right text-tertiary select-none">
        {line.line ?? ''}
      </span>
      {text.trim() === '' ? <span className="sr-only select-none">empty line</span> : null}
      <bdi dir="ltr" className="text-good">
        <MarkedText text={text} {...(marks?.inValue(value, start, start + text.length, pointer) ?? NO_MARKS)} draw={escapedLine} />
      </bdi>
    </>
  );
}

/** What parsing made of it, where that is something else than was sent. */
function SentNote({ row }: { readonly row: DocumentRow }) {
  const number = row.sent?.number ?? null;
  if (number !== null && !isReadExactly(number)) {
    const read = numberAsRead(number);
    return <Note title={`Sent as ${number}; JavaScript reads ${read}`}>JavaScript reads {read}</Note>;
  }
  return isOwnOvertaken(row) ? <Note title="The same key comes again further down">sent before; the last one counts</Note> : null;
}

function Note({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <span title={title} data-sent-note className="ml-3 rounded-sm border border-warning px-1 text-xs text-warning">
      {children}
    </span>
  );
}

/** Whether this very value was overtaken, not one that holds it. */
function isOwnOvertaken({ isOvertaken, parent }: DocumentRow): boolean {
  return isOvertaken && parent?.isOvertaken !== true;
}
