import { PackageOpen } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { toolNames } from './tool-names.ts';

export const toolSearchOutputItem: ItemDefinition = {
  icon: PackageOpen,
  title: () => 'Tools found',
  summary: (item) => toolNames(item['tools']) || 'none',
  facts: (item) => [formatCount(arrayOf(item['tools']).length, 'tool')],
  fields: 'all',
  Body: GenericBody,
};
