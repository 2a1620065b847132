import { formatBytes } from '#base/format-bytes.ts';
import { formatCount } from '#base/format-number.ts';
import { isPlainKey } from '#base/json-path-text.ts';
import { isJsonArray, isJsonObject, type JsonValue } from '#base/json.ts';
import { childCount, type JsonNode } from '#base/page-json.ts';

/** Longer strings are cut in the tree; their length is said and all of it can be shown and copied. */
export const CUT_ABOVE = 500;
const BASE64_SHOWN = 60;
const PREVIEW_LENGTH = 72;

/** First characters of base64 that give the kind of file away. */
const BASE64_KINDS: readonly (readonly [prefix: RegExp, kind: string])[] = [
  [/^iVBORw0KGgo/, 'PNG image'],
  [/^\/9j\//, 'JPEG image'],
  [/^R0lGOD/, 'GIF image'],
  [/^UklGR.{6,7}XRUJQ/, 'WebP image'],
  [/^UklGR.{6,7}XQVZF/, 'WAV audio'],
  [/^JVBERi0/, 'PDF file'],
  [/^UEsDB/, 'zip archive'],
  [/^SUQz/, 'MP3 audio'],
];
const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;
const DATA_URL = /^data:([\w.+-]+\/[\w.+-]+)?[^,]{0,100};base64,/;
/** Characters that change the direction or are not seen at all: shown escaped, so that a row reads as it is. */
const INVISIBLE = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** What stands before the colon: the key, quoted unless it is an identifier, the index, or the range of a page without quotes. */
export function labelOf({ step, page }: JsonNode): string {
  if (page !== null) return `[${page.start} … ${page.end - 1}]`;
  if (step === null) return '';
  return stepText(step);
}

/** A key or index before its colon: keys that are neither identifiers nor numbers are quoted. */
export function stepText(step: string | number): string {
  return typeof step === 'number' || isPlainKey(step) || isIndex(step) ? String(step) : quoted(step);
}

/** A string as its row shows it. A note after the closing quote says what was left out; within quotes stands only what is in the data. */
export function stringText(value: string): string {
  if (value.length <= CUT_ABOVE) return quoted(value);
  const encoded = encodedKind(value);
  if (encoded !== null) return `${quoted(value.slice(0, BASE64_SHOWN))}… (${encoded})`;
  return `${quoted(startOf(value, CUT_ABOVE))}… (${formatCount(value.length, 'character')})`;
}

/** What a closed row says about its children: "9 items", or the first fields of an object. */
export function previewOf(node: JsonNode): string {
  return node.page === null ? previewOfValue(node.value) : '…';
}

/** As `previewOf`, of a value. `numberOf` answers how the number of a field was sent, where that is another text than JavaScript's. */
export function previewOfValue(value: JsonValue, numberOf: (key: string) => string | null = () => null): string {
  if (isJsonArray(value)) return formatCount(value.length, 'item');
  if (!isJsonObject(value)) return '';
  const parts: string[] = [];
  let length = 0;
  for (const key in value) {
    const part = `${isPlainKey(key) ? key : quoted(startOf(key, 20))}: ${numberOf(key) ?? shortText(value[key] ?? null)}`;
    if (parts.length > 0 && length + part.length > PREVIEW_LENGTH) break;
    parts.push(part);
    length += part.length;
  }
  const left = childCount(value) - parts.length;
  return left > 0 ? `${parts.join(', ')}, … ${left} more` : parts.join(', ');
}

/** "PNG image, 12 kB" for base64 and data URLs, null for other text. Looks at the ends only, so it costs the same at any length. */
export function encodedKind(text: string): string | null {
  const header = DATA_URL.exec(text.slice(0, 200));
  const start = header?.[0].length ?? 0;
  if (header === null && !isBase64Like(text)) return null;
  const kind = BASE64_KINDS.find(([prefix]) => prefix.test(text.slice(start, start + 24)))?.[1];
  return `${kind ?? header?.[1] ?? 'base64'}, ${formatBytes(Math.floor(((text.length - start) * 3) / 4))}`;
}

function isBase64Like(text: string): boolean {
  const start = text.slice(0, CUT_ABOVE);
  return BASE64.test(start) && BASE64.test(text.slice(-100)) && /\d/.test(start) && /[A-Z]/.test(start) && /[a-z]/.test(start);
}

function shortText(value: JsonValue): string {
  if (isJsonArray(value)) return `[${value.length === 0 ? '' : value.length}]`;
  if (isJsonObject(value)) return '{…}';
  return typeof value === 'string' ? quoted(value.length > 32 ? `${startOf(value, 31)}…` : value) : String(value);
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** What stands between the quotes when `text` is written as JSON, with everything that is not seen or reorders written as an escape. */
export function escaped(text: string): string {
  const json = JSON.stringify(text).slice(1, -1);
  return json.replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** As `escaped`, for a line that stands without quotes: only what is not seen is written as an escape. */
export function escapedLine(text: string): string {
  return escaped(text).replace(/\\(["\\t])/g, (_, character: string) => (character === 't' ? '\t' : character));
}

/** The first `length` characters, without half of a surrogate pair at the end. */
export function startOf(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(key);
}
