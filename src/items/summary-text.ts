import { isJsonArray, isJsonObject, stringOf, tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';
import { formatNumber } from '#base/format-number.ts';
import { ellipsis } from '#base/truncate.ts';
import { visibleLine } from '#base/visible-text.ts';

/** More than any header is wide; the header itself cuts with CSS. */
const LINE_LENGTH = 240;

/** No summary reads further into a text than this: there may be thousands of items. */
const READ_LENGTH = 4 * LINE_LENGTH;

/** The beginning of `text` as one line, hidden characters made visible. */
export function lineOf(text: string): string {
  return ellipsis(visibleLine(text.slice(0, READ_LENGTH)), LINE_LENGTH);
}

/** As `lineOf`, with the marks of Markdown taken away; headings and the cells of tables are set apart by points. */
export function proseLine(markdown: string): string {
  const plain = markdown
    .slice(0, READ_LENGTH)
    .replace(/^\s*(?:```|~~~).*$/gm, ' ')
    .replace(/^\s{0,3}#{1,6}\s+(.*\S)\s*$/gm, '$1 ·')
    .replace(/^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t:|-]*)?$/gm, ' ')
    .replace(/^[ \t]*\|(.*?)\|?[ \t]*$/gm, tableRow)
    .replace(/\[\^\d{1,3}\]/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(?:>\s?|[-*+]\s+)/gm, '')
    .replace(EMPHASIS, '$2')
    .replace(EMPHASIS, '$2')
    .replace(/[\s·]+$/, '');
  return ellipsis(visibleLine(plain), LINE_LENGTH);
}

/** Marks around words; a mark may stand inside another, so this is looked for twice. */
const EMPHASIS = /(\*\*|__|~~|`|(?<![\w*])\*(?![*\s]))(?=\S)(.+?)(?<=\S)\1/g;

function tableRow(_row: string, cells: string): string {
  const said = cells
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  return said.length === 0 ? '' : `${said.join(' · ')} ·`;
}

/** "what was asked → what came of it", or the one of them that is known. */
export function withResult(asked: string, result: string): string {
  return asked === '' || result === '' ? asked || result : `${asked} → ${result}`;
}

/** The first few of `names`, each once, and how many there are besides: "law.example, shop.example (+3)". */
export function firstFew(names: readonly string[], most = 3): string {
  const [...distinct] = new Set(names.filter((name) => name !== ''));
  return `${distinct.slice(0, most).join(', ')}${distinct.length > most ? ` (+${distinct.length - most})` : ''}`;
}

/** “text”, as one line, or null when there is none. */
export function quoted(value: JsonValue | undefined): string | null {
  const text = stringOf(value);
  return text === null || text.trim() === '' ? null : `“${lineOf(text)}”`;
}

/** Arguments as they read in a call: `customer: "C-1184", status: ["paid"]`. Takes JSON text or the value itself; other text stays as it is. */
export function argumentsLine(value: JsonValue | undefined): string {
  const read = typeof value === 'string' ? parsedIfShort(value) : value;
  if (isJsonObject(read)) return ellipsis(pairsOf(read), LINE_LENGTH);
  if (isJsonArray(read) && isJsonObject(read[0])) {
    const [first] = read;
    return ellipsis(read.length === 1 ? pairsOf(first) : `${formatNumber(read.length)} entries, first: ${pairsOf(first)}`, LINE_LENGTH);
  }
  return typeof read === 'string' ? lineOf(read) : valueLine(read);
}

/** Any value on one line: text as it is, anything else as compact JSON, cut. */
export function valueLine(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? lineOf(value) : compactJson(value, LINE_LENGTH);
}

function parsedIfShort(text: string): JsonValue {
  if (text.length > 20_000 || !/^\s*[{[]/.test(text)) return text;
  const parsed = tryParseJson(text);
  return parsed.ok ? parsed.value : text;
}

function pairsOf(fields: JsonObject): string {
  const pairs: string[] = [];
  let length = 0;
  for (const [key, value] of Object.entries(fields)) {
    if (length > LINE_LENGTH) break;
    const pair = `${lineOf(key)}: ${compactJson(value, LINE_LENGTH)}`;
    pairs.push(pair);
    length += pair.length;
  }
  return pairs.join(', ');
}

/** Compact JSON of about `limit` characters at most, written without visiting what would not fit. */
export function compactJson(value: JsonValue, limit: number): string {
  return ellipsis(visibleLine(writeJson(value, limit)), limit);
}

function writeJson(value: JsonValue, room: number): string {
  if (typeof value === 'string') return JSON.stringify(value.length > room ? value.slice(0, room) : value);
  if (typeof value !== 'object' || value === null) return String(value);
  const parts: string[] = [];
  let left = room;
  const entries: Iterable<readonly [string | null, JsonValue]> = isJsonArray(value)
    ? value.slice(0, room).map((element) => [null, element] as const)
    : Object.entries(value);
  for (const [key, element] of entries) {
    if (left <= 0) {
      parts.push('…');
      break;
    }
    const part = `${key === null ? '' : `${JSON.stringify(key)}:`}${writeJson(element, left - 1)}`;
    parts.push(part);
    left -= part.length + 1;
  }
  return isJsonArray(value) ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

/** The first line of code that does something: not blank, not a comment, not an import. */
export function firstCodeLine(code: string): string {
  const lines = code
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim());
  const isIdle = (line: string) =>
    line === '' || /^(?:#|--\s|\/\/|\/\*|\*|"""|import\s|from\s+\S+\s+import\s|(?:const|let|var)\s.*=\s*require\()/.test(line);
  return lineOf(lines.find((line) => !isIdle(line)) ?? lines.find((line) => line !== '') ?? '');
}

/** How many lines a text has; a line break at its end does not begin another. */
export function countLines(text: string): number {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.length - 1 : lines.length;
}

/** The parts that say something, joined by " · ". */
export function joinFacts(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' · ');
}
