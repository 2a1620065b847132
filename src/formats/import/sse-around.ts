/** Finds the stream in what people paste and save: curl's own lines before it, an indent, blank lines that got lost. */

/** A line of the event stream format, but for its indent: one of the four fields, or a comment. */
const FIELD = /^(\s*)(?:(?:data|event|id|retry)(?::|$)|:)/;
/** What may stand before a stream: a curl command, what `-v` and `-i` write, the progress meter, the fence of a code block. */
const NOISE: readonly RegExp[] = [
  /^[*<>{}](?:\s|$)/,
  /^HTTP\/[\d.]+ \d{3}/,
  /^\S*[$%#>]?\s*curl\s/,
  /^\s+(?:-{1,2}\w|["']?https?:)/,
  /^\s*(?:% Total|Dload\s|\d+ .*(?:--:--:--|\d+:\d\d:\d\d))/,
  /^(?:```|~~~)/,
];
const HEADER = /^[A-Za-z][\w-]*:(?:\s|$)/;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const MOST_NOISE_LINES = 400;
/** Enough of a line to know it by. */
const LINE_BEGINNING = 300;

/** Where the stream begins, in bytes, and the white space that stands before each of its lines. */
export type StreamStart = { readonly offset: number; readonly indent: string; readonly linesBefore: number };

/** Null where the text does not begin like a stream, nor like curl's output with one. */
export function findStreamStart(bytes: Uint8Array): StreamStart | null {
  let isInHeaders = false;
  let linesBefore = 0;
  for (let offset = 0, line = 0; offset < bytes.length && line < MOST_NOISE_LINES; line += 1) {
    const end = lineEndFrom(bytes, offset);
    const text = new TextDecoder().decode(bytes.subarray(offset, Math.min(end, offset + LINE_BEGINNING)));
    const field = FIELD.exec(text);
    if (field !== null) return { offset: linesBefore === 0 ? 0 : offset, indent: field[1] ?? '', linesBefore };
    if (text.trim() === '') isInHeaders = false;
    else {
      isInHeaders ||= text.startsWith('HTTP/');
      if (!(isInHeaders && HEADER.test(text)) && !NOISE.some((noise) => noise.test(text))) return null;
      linesBefore += 1;
    }
    offset = end + (bytes[end] === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED ? 2 : 1);
  }
  return null;
}

function lineEndFrom(bytes: Uint8Array, offset: number): number {
  let end = offset;
  while (end < bytes.length && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) end += 1;
  return end;
}

/** The stream with its lines at the margin and, where `isSqueezed`, with a blank line before whatever begins another frame. */
export function straightened(bytes: Uint8Array, indent: string, isSqueezed: boolean): Uint8Array {
  const lines: string[] = [];
  let hasData = false;
  for (const indented of new TextDecoder().decode(bytes).split(/\r\n|\r|\n/)) {
    const line = indented.startsWith(indent) ? indented.slice(indent.length) : indented;
    if (line === '') hasData = false;
    else if (isSqueezed && hasData && /^(?:data|event|id)(?::|$)/.test(line)) {
      lines.push('');
      hasData = false;
    }
    if (/^data(?::|$)/.test(line)) hasData = true;
    lines.push(line);
  }
  return new TextEncoder().encode(lines.join('\n'));
}
