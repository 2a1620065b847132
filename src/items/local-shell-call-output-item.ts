import { CornerDownRight } from 'lucide-react';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { outputLine } from './tool-output.tsx';

export const localShellCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Local shell output',
  summary: (item) => outputLine(item['output']),
  fields: 'all',
  Body: GenericBody,
};
