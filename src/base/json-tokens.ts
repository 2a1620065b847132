import { tryParseJson } from './json.ts';

/** What a token of JSON is: its bracket or separator itself, or the kind of scalar. */
export type JsonTokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'word';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SINGLE: Readonly<Record<number, JsonTokenKind>> = { 0x7b: '{', 0x7d: '}', 0x5b: '[', 0x5d: ']', 0x2c: ',', 0x3a: ':' };

/**
 * The tokens of a text that is known to be JSON, one after the other, each with its place (UTF-16 offsets). It checks nothing, so
 * that it costs little more than looking: for what is wrong with a text see `findJsonError`. Of any other text it makes some tokens and ends.
 */
export class JsonTokens {
  kind: JsonTokenKind = 'word';
  start = 0;
  /** The offset after the token. */
  end: number;
  readonly #text: string;

  constructor(text: string, from = 0) {
    this.#text = text;
    this.end = from;
  }

  /** Goes to the next token; false at the end of the text. */
  next(): boolean {
    const text = this.#text;
    let offset = this.end;
    while (isSpace(text.charCodeAt(offset))) offset += 1;
    if (offset >= text.length) return false;
    const code = text.charCodeAt(offset);
    this.start = offset;
    const single = SINGLE[code];
    if (single !== undefined) {
      this.kind = single;
      this.end = offset + 1;
    } else if (code === QUOTE) {
      this.kind = 'string';
      this.end = stringEnd(text, offset);
    } else {
      this.kind = code === 0x2d || (code >= 0x30 && code <= 0x39) ? 'number' : 'word';
      this.end = scalarEnd(text, offset + 1);
    }
    return true;
  }
}

/** The string that a token spells. */
export function stringOfToken(text: string, start: number, end: number): string {
  const inside = text.slice(start + 1, end - 1);
  if (!inside.includes('\\')) return inside;
  const parsed = tryParseJson(text.slice(start, end));
  return parsed.ok && typeof parsed.value === 'string' ? parsed.value : inside;
}

/** Native searches: a string of 5 MB is passed in a few of them. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function scalarEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isSpace(code) || code === QUOTE || SINGLE[code] !== undefined) break;
    end += 1;
  }
  return end;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
