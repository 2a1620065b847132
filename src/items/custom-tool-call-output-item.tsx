import { CornerDownRight } from 'lucide-react';
import { CALL_FIELDS, callerOf, CallFacts } from './call-facts.tsx';
import { nameOfCall } from './function-call-output-item.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { answered, outputLine, ToolOutput } from './tool-output.tsx';
import { ItemField } from './item-place.tsx';

export const customToolCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Custom tool output',
  summary: (item, context) => answered(nameOfCall(item, context), outputLine(item['output'])),
  openSummary: nameOfCall,
  facts: (item) => [callerOf(item)],
  fields: { name: 'string', namespace: 'string', output: 'anything', ...CALL_FIELDS },
  Body: CustomToolCallOutputBody,
};

function CustomToolCallOutputBody({ item }: ItemProps) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <ItemField of={item} name="output">
        <ToolOutput output={item['output']} />
      </ItemField>
      <CallFacts item={item} />
    </div>
  );
}
