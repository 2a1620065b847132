import { PackageOpen } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { lineOf } from './summary-text.ts';
import { ToolCards, toolCount } from './tool-card.tsx';
import { toolNames } from './tool-names.ts';

export const toolSearchOutputItem: ItemDefinition = {
  icon: PackageOpen,
  title: () => 'Tools found',
  summary: (item) => toolNames(item['tools']) || 'none',
  openSummary: (item) => {
    const execution = stringOf(item['execution']);
    return execution === null ? '' : `found by the ${lineOf(execution)}`;
  },
  facts: (item) => [toolCount(item['tools'])],
  fields: { tools: 'anything', call_id: 'string', execution: 'string' },
  Body: ToolSearchOutputBody,
};

function ToolSearchOutputBody({ item }: ItemProps) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <ToolCards tools={item['tools']} label="Tools found" />
      <LabelledValues item={item} names={['execution', 'call_id']} words={['execution']} />
    </div>
  );
}
