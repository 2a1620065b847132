import { Link2 } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { lineOf } from './summary-text.ts';

export const itemReferenceItem: ItemDefinition = {
  icon: Link2,
  title: () => 'Item reference',
  summary: (item) => `stands for ${lineOf(stringOf(item['id']) ?? 'an item without an ID')}`,
  fields: 'all',
  Body: GenericBody,
};
