import { FoldVertical } from 'lucide-react';
import type { ItemDefinition } from './item-definition.ts';

export const compactionTriggerItem: ItemDefinition = {
  icon: FoldVertical,
  title: () => 'Compaction trigger',
  summary: () => 'asks the server to compact the context here',
  openSummary: () => '',
  fields: [],
  Body: () => <p>Asks the server to fold everything above into one compaction item before it goes on. It holds nothing else.</p>,
};
