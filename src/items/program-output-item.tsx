import { CornerDownRight } from 'lucide-react';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { RelatedItems } from './related-items.tsx';
import { outputLine, ToolOutput } from './tool-output.tsx';
import { ItemField } from './item-place.tsx';

export const programOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Program output',
  summary: (item) => outputLine(item['result']),
  openSummary: () => '',
  fields: { call_id: 'string', result: 'anything' },
  Body: ProgramOutputBody,
};

function ProgramOutputBody({ item, context }: ItemProps) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <ItemField of={item} name="result">
        <ToolOutput output={item['result']} label="result" />
      </ItemField>
      <RelatedItems context={context} roles={['call']} title="Returned by" />
      <LabelledValues item={item} names={['call_id']} />
    </div>
  );
}
