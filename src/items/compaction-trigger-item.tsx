import { FoldVertical } from 'lucide-react';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';

export const compactionTriggerItem: ItemDefinition = {
  icon: FoldVertical,
  title: () => 'Compaction trigger',
  summary: () => 'asks the server to compact the context here',
  openSummary: () => '',
  fields: ['created_by'],
  Body: CompactionTriggerBody,
};

function CompactionTriggerBody({ item }: ItemProps) {
  return (
    <div className="grid min-w-0 gap-1.5">
      <p>Asks the server to fold everything above into one compaction item before it goes on.</p>
      <LabelledValues item={item} names={['created_by']} />
    </div>
  );
}
