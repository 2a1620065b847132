import { expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { toolName, toolSummary } from './tool-summary.ts';

const SCHEMA = { type: 'object', properties: { order_id: {}, region: {} }, required: ['order_id'] };

it.each<[JsonObject, string, string]>([
  [{ type: 'function', name: 'search_orders', strict: true, parameters: SCHEMA }, 'search_orders', '(order_id, region?) · strict'],
  [{ type: 'function', function: { name: 'nested', parameters: SCHEMA } }, 'nested', '(order_id, region?)'],
  [
    { type: 'mcp', server_label: 'docs', server_url: 'https://mcp.shop.example', require_approval: 'never', allowed_tools: ['a'] },
    'docs',
    'https://mcp.shop.example · approval: never · 1 allowed tool',
  ],
  [{ type: 'file_search', vector_store_ids: ['vs_1', 'vs_2'] }, 'file search', '2 vector stores'],
  [{ type: 'code_interpreter', container: { type: 'auto' } }, 'code interpreter', 'container auto'],
  [{ type: 'web_search', search_context_size: 'medium' }, 'web search', 'context medium'],
  [{ type: 'custom', name: 'query', format: { type: 'grammar' } }, 'query', 'format grammar'],
  [{ type: 'namespace', name: 'crm', tools: [{}, {}] }, 'crm', '2 tools'],
  [{}, 'tool without a type', ''],
  [{ name: '', type: 7, parameters: [] }, 'tool without a type', ''],
])('%j', (tool, name, summary) => {
  expect([toolName(tool), toolSummary(tool)]).toEqual([name, summary]);
});
