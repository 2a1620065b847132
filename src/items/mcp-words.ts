import { objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { textLine } from './message-item.tsx';
import { lineOf, valueLine } from './summary-text.ts';

/** "server.tool". */
export function mcpName(item: JsonObject): string {
  const server = lineOf(stringOf(item['server_label']) ?? '');
  const name = lineOf(stringOf(item['name']) ?? '') || 'MCP call';
  return server === '' ? name : `${server}.${name}`;
}

/** What went wrong, from the object that servers send now or the string they sent before; null when nothing did. */
export function mcpErrorLine(error: JsonValue | undefined): string | null {
  if (error === undefined || error === null || error === '') return null;
  const fields = objectOf(error);
  if (fields === null) return `failed: ${valueLine(error)}`;
  const { message, content, type } = fields;
  if (message === undefined && Array.isArray(content)) return `failed: ${textLine(content)}`;
  return `failed: ${valueLine(message ?? content ?? type ?? error)}`;
}

/** "approved", "denied", or that it says neither. */
export function verdictOf(answer: JsonObject | null): string {
  if (answer?.['approve'] === true) return 'approved';
  return answer?.['approve'] === false ? 'denied' : 'neither approved nor denied';
}
