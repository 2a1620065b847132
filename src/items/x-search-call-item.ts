import { Search } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { argumentsLine, joinFacts, lineOf } from './summary-text.ts';

export const xSearchCallItem: ItemDefinition = {
  icon: Search,
  title: () => 'X search',
  summary: (item) => joinFacts(lineOf(stringOf(item['name']) ?? ''), argumentsLine(item['arguments'] ?? item['action'])),
  fields: 'all',
  Body: GenericBody,
};
