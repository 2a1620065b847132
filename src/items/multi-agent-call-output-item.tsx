import { CornerDownRight } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { lineOf } from './summary-text.ts';
import { answered, outputLine, ToolOutput } from './tool-output.tsx';
import { ItemField } from './item-place.tsx';

export const multiAgentCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Agents output',
  summary: (item) => answered(stringOf(item['action'])?.replaceAll('_', ' ') ?? null, outputLine(item['output'])),
  openSummary: (item) => lineOf(stringOf(item['action']) ?? '').replaceAll('_', ' '),
  fields: { action: 'string', call_id: 'string', output: 'anything' },
  Body: MultiAgentCallOutputBody,
};

function MultiAgentCallOutputBody({ item }: ItemProps) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <ItemField of={item} name="output">
        <ToolOutput output={item['output']} />
      </ItemField>
      <LabelledValues item={item} names={['action', 'call_id']} words={['action']} />
    </div>
  );
}
