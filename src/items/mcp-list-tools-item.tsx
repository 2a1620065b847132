import { Plug } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { McpFailure } from './mcp-failure.tsx';
import { mcpErrorLine } from './mcp-words.ts';
import { lineOf } from './summary-text.ts';
import { ToolCards, toolCount } from './tool-card.tsx';
import { toolNames } from './tool-names.ts';

export const mcpListToolsItem: ItemDefinition = {
  icon: Plug,
  title: () => 'MCP tools',
  summary: (item) => {
    const error = mcpErrorLine(item['error']);
    const server = lineOf(stringOf(item['server_label']) ?? 'a server without a label');
    return `${server}: ${error ?? (toolNames(item['tools']) || 'no tools')}`;
  },
  openSummary: (item) => lineOf(stringOf(item['server_label']) ?? ''),
  facts: (item) => [toolCount(item['tools'])],
  fields: { server_label: 'string', tools: 'anything', error: 'anything' },
  Body: McpListToolsBody,
};

function McpListToolsBody({ item }: ItemProps) {
  const hasFailed = mcpErrorLine(item['error']) !== null;
  const isEmpty = Array.isArray(item['tools']) && item['tools'].length === 0;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {hasFailed ? <McpFailure title="The server could not list its tools" item={item} /> : null}
      {hasFailed && isEmpty ? null : <ToolCards tools={item['tools']} label="Tools of the server" />}
      <LabelledValues item={item} names={['server_label']} words={['server_label']} />
    </div>
  );
}
