import { arrayOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';

/** About what the widest header shows. */
const LINE_LENGTH = 240;

/** The end of what is being written into `item`, on one line: what a closed item shows while it grows. "" while there is nothing. */
export function growingLine(item: JsonObject): string {
  const text = lastTextOf(item);
  return text === '' ? '' : visibleLine(text.slice(-LINE_LENGTH).toWellFormed()).trim();
}

/** The text that events add to, by the type of item. */
function lastTextOf(item: JsonObject): string {
  const { type } = item;
  if (type === 'message' || type === 'reasoning') return lastPart(item['content']) || lastPart(item['summary']);
  if (type === 'shell_call') return stringOf(arrayOf(objectOf(item['action'])?.['commands']).at(-1)) ?? '';
  if (type === 'apply_patch_call') return stringOf(objectOf(item['operation'])?.['diff']) ?? '';
  if (type === 'shell_call_output') {
    const output = objectOf(arrayOf(item['output']).at(-1));
    return stringOf(output?.['stderr']) || stringOf(output?.['stdout']) || '';
  }
  return stringOf(item['arguments']) || stringOf(item['input']) || stringOf(item['code']) || '';
}

function lastPart(parts: JsonValue | undefined): string {
  if (typeof parts === 'string') return parts;
  const last = objectOf(arrayOf(parts).at(-1));
  return stringOf(last?.['text']) ?? stringOf(last?.['refusal']) ?? '';
}
