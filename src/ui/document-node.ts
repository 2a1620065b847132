import { readAsSent, type AsSent, type SentMember } from '#base/json-as-sent.ts';
import { isJsonArray, isJsonObject, tryParseJson, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { lineStartsOf, textRows, type TextRow, type TextRows } from './text-rows.ts';

/** A value of a document with what is known of how it was sent. */
export type DocumentValue = {
  readonly value: JsonValue;
  /** What the text tells beyond the value, with offsets into `source`; null when that is nothing, or not known yet. */
  readonly sent: AsSent | null;
  readonly source: string;
  /** It, or something around it, is a value whose key came again: its path leads to that later value. */
  readonly isOvertaken: boolean;
};

/** A child of an array or object, or a row of a long text. */
export type DocumentChild = DocumentValue & {
  /** The key or index; null for rows of a text, which are no values of their own. */
  readonly step: string | number | null;
  readonly line: TextRow | null;
};

/** An array, object or long text that was opened at least once. Nothing is kept of those that never were. */
export type OpenNode = DocumentValue & {
  readonly parent: OpenNode | null;
  /** Which child of its parent it is. */
  readonly position: number;
  readonly step: string | number | null;
  /** How many nodes are around it. */
  readonly depth: number;
  readonly kind: 'list' | 'text';
  isOpen: boolean;
  /** How many children it has; for a text, how many rows it is cut into. */
  readonly count: number;
  /** Its children that are such nodes themselves, by growing position. */
  readonly opened: OpenNode[];
  /** How many rows are under it when it is open. */
  inner: number;
  /** For each of `opened`, how many rows of this node come before its own; null when that has to be counted again. */
  starts: Float64Array | null;
  readonly keys: readonly string[] | null;
  readonly rows: TextRows | null;
};

/** What a node is when its document, or its place in it, has yet to be said. */
export type NodePlace = { readonly parent: OpenNode | null; readonly position: number; readonly step: string | number | null };

export const ROOT_PLACE: NodePlace = { parent: null, position: 0, step: null };

/** Whether there is something to open: children, or more text than fits on a line of `columns` characters. */
export function isOpenable(value: JsonValue, columns: number): boolean {
  if (typeof value === 'string') return value.length > columns || value.includes('\n');
  if (isJsonArray(value)) return value.length > 0;
  return isJsonObject(value) && hasKeys(value);
}

/** An open node without any opened children. */
export function makeNode(document: DocumentValue, place: NodePlace, columns: number): OpenNode {
  const { value, sent, source, isOvertaken } = document;
  const rows = typeof value === 'string' ? textRows(value, lineStartsOf(value), columns) : null;
  const keys = isJsonObject(value) && (sent?.members ?? null) === null ? Object.keys(value) : null;
  const count = rows?.count ?? (isJsonArray(value) ? value.length : (sent?.members?.length ?? keys?.length ?? 0));
  // Written out, since spreading costs three times as much, and 100,000 are made in one go.
  return {
    value,
    sent,
    source,
    isOvertaken,
    parent: place.parent,
    position: place.position,
    step: place.step,
    depth: place.parent === null ? 0 : place.parent.depth + 1,
    kind: rows === null ? 'list' : 'text',
    isOpen: true,
    count,
    opened: [],
    inner: count,
    starts: null,
    keys,
    rows,
  };
}

/** The child at `position`, from 0 up to but without `node.count`. */
export function childAt(node: OpenNode, position: number): DocumentChild {
  const { value, sent, source, isOvertaken } = node;
  if (node.rows !== null) return { value, sent, source, isOvertaken, step: null, line: node.rows.rowAt(position) };
  const member = sent?.members?.[position];
  if (member !== undefined && isJsonObject(value)) return memberChild(node, value, member);
  const step = isJsonArray(value) ? position : (node.keys?.[position] ?? '');
  const child = valueAtStep(value, step);
  return { value: child, sent: fitting(child, sent?.children?.get(step)), source, isOvertaken, step, line: null };
}

/** The value of a child without the rest of what `childAt` makes. */
export function valueOfChild(node: OpenNode, position: number): JsonValue {
  if (isJsonArray(node.value)) return node.value[position] ?? null;
  return node.keys === null ? childAt(node, position).value : valueAtStep(node.value, node.keys[position] ?? '');
}

/** Which child a step of a path leads to: of repeated keys the last, which counts; -1 for none. */
export function positionOfStep(node: OpenNode, step: string | number): number {
  if (typeof step === 'number') return isJsonArray(node.value) && step < node.count ? step : -1;
  if (node.keys !== null) return node.keys.indexOf(step);
  return node.sent?.members?.findLastIndex(({ key }) => key === step) ?? -1;
}

/** The path of the child of `parent` at `step`; a row of a text has the path of the text. */
export function pathThrough(parent: OpenNode | null, step: string | number | null): JsonPath {
  const path: (string | number)[] = step === null ? [] : [step];
  for (let node = parent; node !== null; node = node.parent) if (node.step !== null) path.push(node.step);
  return path.toReversed();
}

/** An earlier value of a repeated key is not in what was parsed: it is read from its place in the text. */
function memberChild(node: OpenNode, object: JsonObject, { key, start, end, isOvertaken }: SentMember): DocumentChild {
  const { source, sent } = node;
  if (!isOvertaken) {
    const value = valueAtStep(object, key);
    return { value, sent: fitting(value, sent?.children?.get(key)), source, isOvertaken: node.isOvertaken, step: key, line: null };
  }
  const text = source.slice(start, end);
  const parsed = tryParseJson(text);
  return { value: parsed.ok ? parsed.value : text, sent: readAsSent(text), source: text, isOvertaken: true, step: key, line: null };
}

/**
 * What was sent, as far as it is about this value: the text may be the last of several that a document was put together from, and
 * hold another value at the same place.
 */
export function fitting(value: JsonValue, sent: AsSent | null | undefined): AsSent | null {
  if (sent === null || sent === undefined) return null;
  const { number, members } = sent;
  if (number !== null) return value === Number(number) ? sent : null;
  if (members === null) return sent;
  const keys = new Set(members.map(({ key }) => key));
  const isSame = isJsonObject(value) && Object.keys(value).length === keys.size && Object.keys(value).every((key) => keys.has(key));
  return isSame ? sent : { ...sent, members: null };
}

function valueAtStep(value: JsonValue, step: string | number): JsonValue {
  if (isJsonArray(value)) return typeof step === 'number' ? (value[step] ?? null) : null;
  return isJsonObject(value) ? (value[step] ?? null) : null;
}

function hasKeys(object: JsonObject): boolean {
  for (const key in object) if (Object.hasOwn(object, key)) return true;
  return false;
}
