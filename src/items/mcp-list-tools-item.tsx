import { Plug } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { mcpErrorLine } from './mcp-call-item.tsx';
import { lineOf } from './summary-text.ts';
import { toolNames } from './tool-names.ts';

export const mcpListToolsItem: ItemDefinition = {
  icon: Plug,
  title: () => 'MCP tools',
  summary: (item) => {
    const error = mcpErrorLine(item['error']);
    const server = lineOf(stringOf(item['server_label']) ?? 'a server without a label');
    return `${server}: ${error ?? (toolNames(item['tools']) || 'no tools')}`;
  },
  facts: (item) => [formatCount(arrayOf(item['tools']).length, 'tool')],
  fields: 'all',
  Body: GenericBody,
};
