import { Plug } from 'lucide-react';
import { stringOf, type JsonObject } from '#base/json.ts';
import { findTool } from '#model/given-tools.ts';
import { CallArguments } from './call-arguments.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { McpFailure } from './mcp-failure.tsx';
import { mcpErrorLine, mcpName } from './mcp-words.ts';
import { RelatedItems } from './related-items.tsx';
import { argumentsLine, joinFacts, withResult } from './summary-text.ts';
import { outputLine, ToolOutput } from './tool-output.tsx';
import { ItemField } from './item-place.tsx';

export const mcpCallItem: ItemDefinition = {
  icon: Plug,
  kind: 'MCP call',
  title: (item) => mcpName(item),
  summary: (item) => {
    const error = mcpErrorLine(item['error']);
    const call = argumentsLine(item['arguments']);
    const result = item['output'] ?? null;
    return error === null ? withResult(call, result === null ? '' : outputLine(result)) : joinFacts(error, call);
  },
  facts: (item) => [stringOf(item['approval_request_id']) === null ? '' : 'approved'],
  fields: {
    server_label: 'string',
    name: 'string',
    arguments: 'anything',
    output: 'anything',
    error: 'anything',
    approval_request_id: 'string',
  },
  Body: McpCallBody,
};

function McpCallBody({ item, context }: ItemProps) {
  const tool = findTool(context.tools ?? [], 'mcp', stringOf(item['name']), stringOf(item['server_label']));
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5">
      {mcpErrorLine(item['error']) === null ? null : <McpFailure title="The call failed" item={item} />}
      <ItemField of={item} name="arguments">
        <CallArguments value={item['arguments']} tool={tool} />
      </ItemField>
      <McpOutput item={item} isUnfinished={context.isUnfinished} />
      <RelatedItems context={context} roles={['approval request', 'approval answer']} title="Approval" />
      <LabelledValues item={item} names={['server_label', 'name', 'approval_request_id']} words={['server_label', 'name']} />
    </div>
  );
}

function McpOutput({ item, isUnfinished }: { readonly item: JsonObject; readonly isUnfinished: boolean }) {
  const { output } = item;
  if (output !== undefined && output !== null)
    return (
      <ItemField of={item} name="output">
        <ToolOutput output={output} />
      </ItemField>
    );
  if (mcpErrorLine(item['error']) !== null) return null;
  const isRunning = isUnfinished || item['status'] === 'calling' || item['status'] === 'in_progress';
  return <p className="text-secondary">{isRunning ? 'The server has not answered yet.' : 'No output was sent.'}</p>;
}
