import { Plug } from 'lucide-react';
import { objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { argumentsLine, lineOf, valueLine } from './summary-text.ts';

export const mcpCallItem: ItemDefinition = {
  icon: Plug,
  kind: 'MCP call',
  title: (item) => mcpName(item),
  summary: (item) => {
    const error = mcpErrorLine(item['error']);
    const call = argumentsLine(item['arguments']);
    return error === null ? call : `${error} · ${call}`;
  },
  facts: (item) => [stringOf(item['approval_request_id']) === null ? '' : 'approved', typeof item['output'] === 'string' ? 'output' : ''],
  fields: 'all',
  Body: GenericBody,
};

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
  return `failed: ${valueLine(fields['message'] ?? fields['content'] ?? fields['type'] ?? error)}`;
}
