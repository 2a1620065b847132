import { PackagePlus } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { lineOf } from './summary-text.ts';
import { ToolCards, toolCount } from './tool-card.tsx';
import { toolNames } from './tool-names.ts';

export const additionalToolsItem: ItemDefinition = {
  icon: PackagePlus,
  title: () => 'Tools added',
  summary: (item) => toolNames(item['tools']) || 'none',
  openSummary: (item) => {
    const role = stringOf(item['role']);
    return role === null ? '' : `by the ${lineOf(role)}, for the turns from here on`;
  },
  facts: (item) => [toolCount(item['tools'])],
  fields: { role: 'string', tools: 'anything' },
  Body: AdditionalToolsBody,
};

function AdditionalToolsBody({ item }: ItemProps) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <ToolCards tools={item['tools']} label="Tools added" />
      <LabelledValues item={item} names={['role']} words={['role']} />
    </div>
  );
}
