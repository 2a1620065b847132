import { CornerDownRight } from 'lucide-react';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { outputLine } from './tool-output.tsx';

export const programOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Program output',
  summary: (item) => outputLine(item['result']),
  fields: 'all',
  Body: GenericBody,
};
