import { FoldVertical } from 'lucide-react';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';

export const compactionTriggerItem: ItemDefinition = {
  icon: FoldVertical,
  title: () => 'Compaction trigger',
  summary: () => 'asks the server to compact the context here',
  fields: 'all',
  Body: GenericBody,
};
