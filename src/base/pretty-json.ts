import { tryParseJson } from './json.ts';

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const SHORT_ARRAY = /\[\s*(?:(?:"(?:[^"\\]|\\.)*"|[-\w.+]+)(?:\s*,\s*(?:"(?:[^"\\]|\\.)*"|[-\w.+]+))*)?\s*\]/y;
const INLINE_WIDTH = 72;

/**
 * JSON text laid out over lines, two spaces per level; short arrays of scalars stay on one line. Works on the text and not on parsed
 * values, so that numbers keep the digits they were sent with and repeated keys stay. `text` must be JSON.
 */
export function prettyJson(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let isEmpty = false;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const token = match[0];
    const isClosing = token === '}' || token === ']';
    if (isClosing) depth -= 1;
    if (isEmpty ? !isClosing : isClosing) parts.push(lineBreak(depth));
    isEmpty = false;
    const inline = token === '[' ? shortArrayAt(text, match.index) : null;
    if (inline !== null) {
      parts.push(inline.text);
      TOKEN.lastIndex = inline.end;
      continue;
    }
    parts.push(token === ':' ? ': ' : readable(token));
    if (token === '{' || token === '[') {
      depth += 1;
      isEmpty = true;
    } else if (token === ',') parts.push(lineBreak(depth));
  }
  return parts.join('');
}

function lineBreak(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

function shortArrayAt(text: string, index: number): { readonly text: string; readonly end: number } | null {
  const slice = text.slice(index, index + INLINE_WIDTH * 2);
  SHORT_ARRAY.lastIndex = 0;
  const found = SHORT_ARRAY.exec(slice)?.[0];
  if (found === undefined) return null;
  const tokens = found.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^\s,"]+/g) ?? [];
  const line = `[${tokens.map(readable).join(', ')}]`;
  return line.length > INLINE_WIDTH ? null : { text: line, end: index + found.length };
}

/** A string token with the escapes undone that only hide letters: "Z\u00fcrich" becomes "Zürich". */
function readable(token: string): string {
  if (!token.startsWith('"') || !token.includes('\\')) return token;
  const parsed = tryParseJson(token);
  return parsed.ok ? JSON.stringify(parsed.value) : token;
}

const TOKEN_SO_FAR = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\],:]|[^\s{}[\],:"]+/g;
const ARRAY_SO_FAR = /^\[\s*(?:(?:"(?:[^"\\]|\\.)*"|[-\w.+]+)\s*,\s*)*(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|[-\w.+]+)?\s*$/;

/**
 * Lays out JSON that is being written, as far as it goes, and as `prettyJson` lays out the whole. Takes the text anew with each addition;
 * what was laid out stays, so that only the end is read again. An array that may yet be short is on one line until it is too long.
 */
export function createJsonLayouter(): (text: string) => string {
  let before = '';
  let at = 0;
  let laidOut = '';
  let depth = 0;
  let isEmpty = false;

  /** Lays out what ends before `text` does for sure; answers the rest as it stands. */
  function readOn(text: string): string {
    TOKEN_SO_FAR.lastIndex = at;
    for (let match = TOKEN_SO_FAR.exec(text); match !== null; match = TOKEN_SO_FAR.exec(text)) {
      const token = match[0];
      const isClosing = token === '}' || token === ']';
      const lead = (isEmpty ? !isClosing : isClosing) ? lineBreak(isClosing ? depth - 1 : depth) : '';
      if (!isWhole(token) && TOKEN_SO_FAR.lastIndex >= text.length) return lead + token;
      const inline = token === '[' ? shortArrayAt(text, match.index) : null;
      if (token === '[' && inline === null && mayBeShort(text, match.index)) return lead + text.slice(match.index);
      laidOut += lead + (inline?.text ?? (token === ':' ? ': ' : readable(token)));
      isEmpty = inline === null && (token === '{' || token === '[');
      if (isEmpty) depth += 1;
      else if (isClosing) depth -= 1;
      at = inline?.end ?? TOKEN_SO_FAR.lastIndex;
      TOKEN_SO_FAR.lastIndex = at;
      if (token === ',') laidOut += lineBreak(depth);
    }
    return '';
  }

  return (text) => {
    if (!text.startsWith(before)) [at, laidOut, depth, isEmpty] = [0, '', 0, false];
    before = text;
    const rest = readOn(text);
    return laidOut + rest;
  };
}

/** True for a token that no further character can be part of. */
function isWhole(token: string): boolean {
  return /^[{}[\],:]$/.test(token) || (token.length > 1 && /^"(?:[^"\\]|\\.)*"$/.test(token));
}

function mayBeShort(text: string, index: number): boolean {
  return text.length - index <= INLINE_WIDTH && ARRAY_SO_FAR.test(text.slice(index));
}
