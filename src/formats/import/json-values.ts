import { findJsonError } from '#base/json-error-position.ts';
import { isJsonArray, tryParseJson, type JsonValue } from '#base/json.ts';

/** One value of a file that holds several; `value` is undefined where the text is no JSON. `line` counts from 1. */
export type FoundValue = { readonly text: string; readonly value: JsonValue | undefined; readonly line: number };

/** So far a value may stretch over lines, in characters. */
const LONGEST_VALUE = 2_000_000;

/** The values of a text with one on each line, or laid out over several lines each, or the members of one array. Blank lines do not count. */
export function* valuesIn(text: string): Generator<FoundValue> {
  const whole = /^\s*\[/.test(text) ? tryParseJson(text) : null;
  if (whole?.ok === true && isJsonArray(whole.value)) {
    for (const value of whole.value) yield { text: JSON.stringify(value), value, line: 1 };
    return;
  }
  let line = 1;
  for (let offset = 0; offset < text.length;) {
    const lineEnd = text.indexOf('\n', offset);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const onLine = text.slice(offset, end).trim();
    const isBracket = onLine === '{' || onLine === '[';
    const laidOut = isBracket ? valueOverLines(text.slice(offset, offset + LONGEST_VALUE), line) : null;
    if (onLine !== '') yield laidOut?.found ?? valueOn(onLine, line);
    const next = laidOut === null ? end + 1 : offset + laidOut.length;
    line += laidOut?.lines ?? 1;
    offset = next;
  }
}

function valueOn(text: string, line: number): FoundValue {
  const parsed = tryParseJson(text);
  return { text, value: parsed.ok ? parsed.value : undefined, line };
}

/** The value that begins with a bracket on a line of its own, and how far it goes; null where it breaks. */
function valueOverLines(text: string, line: number) {
  const end = findJsonError(text)?.offset ?? text.length;
  const found = valueOn(text.slice(0, end).trim(), line);
  if (found.value === undefined) return null;
  return { found, length: end, lines: text.slice(0, end).split('\n').length - 1 };
}
