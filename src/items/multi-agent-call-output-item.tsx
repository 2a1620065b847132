import { CornerDownRight } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import { AgentName } from './agent-name.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { lineOf } from './summary-text.ts';
import { answered, outputLine, ToolOutput } from './tool-output.tsx';

export const multiAgentCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Agents output',
  summary: (item) => answered(stringOf(item['action'])?.replaceAll('_', ' ') ?? null, outputLine(item['output'])),
  openSummary: (item) => lineOf(stringOf(item['action']) ?? '').replaceAll('_', ' '),
  fields: ['action', 'call_id', 'output', 'agent', 'created_by'],
  Body: MultiAgentCallOutputBody,
};

function MultiAgentCallOutputBody({ item }: ItemProps) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <ToolOutput output={item['output']} />
      <div className="flex min-w-0 flex-wrap gap-x-4">
        <AgentName item={item} />
        <LabelledValues item={item} names={['action', 'call_id', 'created_by']} words={['action']} />
      </div>
    </div>
  );
}
