import { FoldVertical } from 'lucide-react';
import type { ItemDefinition } from './item-definition.ts';

export const compactionTriggerItem: ItemDefinition = {
  icon: FoldVertical,
  title: () => 'Compaction trigger',
  summary: () => 'asks the server to compact the context here',
  openSummary: () => '',
  fields: {},
  Body: CompactionTriggerBody,
};

function CompactionTriggerBody() {
  return <p>Asks the server to fold everything above into one compaction item before it goes on.</p>;
}
