import { Users } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { argumentsLine, lineOf } from './summary-text.ts';

export const multiAgentCallItem: ItemDefinition = {
  icon: Users,
  title: () => 'Agents',
  summary: (item) =>
    `${lineOf(stringOf(item['action']) ?? 'a call without an action').replaceAll('_', ' ')}(${argumentsLine(item['arguments'])})`,
  fields: 'all',
  Body: GenericBody,
};
