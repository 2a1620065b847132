import { CornerDownRight } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { answered, outputLine } from './tool-output.tsx';

export const multiAgentCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Agents output',
  summary: (item) => answered(stringOf(item['action'])?.replaceAll('_', ' ') ?? null, outputLine(item['output'])),
  fields: 'all',
  Body: GenericBody,
};
