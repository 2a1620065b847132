import { rangeAt } from '#base/json-range.ts';
import { isJsonArray, isJsonObject, tryParseJson, type JsonPath, type JsonValue } from '#base/json.ts';
import { prettyJson } from '#base/pretty-json.ts';
import type { DocumentRow } from './document-rows.ts';

/** What "Copy value" copies: the characters of a string, anything else as JSON, with numbers and repeated keys as they were sent. */
export function copiedRow(row: DocumentRow, path: JsonPath, whole: 'value' | 'line' = 'line'): string {
  const { value, sent, line } = row;
  if (typeof value === 'string') return line !== null && whole === 'line' ? line.text : value;
  return sent?.number ?? sourceOf(row, path) ?? compactJson(value);
}

/** The value over lines, two spaces a level. */
export function copiedSubtree(row: DocumentRow, path: JsonPath): string {
  const source = sourceOf(row, path);
  if (source !== null) return prettyJson(source);
  try {
    return JSON.stringify(row.value, null, 2);
  } catch {
    // Nested too deep for the engine, and for anybody to read indented.
    return compactJson(row.value);
  }
}

/** The text that the value was sent as, where parsing loses something of it; null when the text holds another value there. */
function sourceOf({ value, sent, source, isOvertaken }: DocumentRow, path: JsonPath): string | null {
  if (sent === null || isOvertaken) return null;
  const range = rangeAt(source, path);
  const text = range === null ? '' : source.slice(range.start, range.end);
  const parsed = tryParseJson(text);
  return parsed.ok && compactJson(parsed.value) === compactJson(value) ? text : null;
}

/** JSON on one line, also of what is nested deeper than the engine writes. */
function compactJson(root: JsonValue): string {
  try {
    return JSON.stringify(root);
  } catch {
    return writtenStepByStep(root);
  }
}

function writtenStepByStep(root: JsonValue): string {
  const parts: string[] = [];
  /** What is still to be written, last first: texts as they are, and values. */
  const waiting: ({ readonly text: string } | { readonly value: JsonValue })[] = [{ value: root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('text' in next) parts.push(next.text);
    else if (isJsonArray(next.value)) {
      const elements = next.value.flatMap((value, index) => [{ text: index === 0 ? '' : ',' }, { value }]);
      waiting.push({ text: ']' }, ...elements.toReversed(), { text: '[' });
    } else if (isJsonObject(next.value)) {
      const members = Object.entries(next.value).flatMap(([key, value], index) => [
        { text: `${index === 0 ? '' : ','}${JSON.stringify(key)}:` },
        { value },
      ]);
      waiting.push({ text: '}' }, ...members.toReversed(), { text: '{' });
    } else parts.push(JSON.stringify(next.value));
  }
  return parts.join('');
}
