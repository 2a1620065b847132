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
  return token.startsWith('"') && token.includes('\\') ? JSON.stringify(JSON.parse(token)) : token;
}
