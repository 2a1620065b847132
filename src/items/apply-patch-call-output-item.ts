import { CornerDownRight } from 'lucide-react';
import { objectOf, stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { answered, outputLine } from './tool-output.tsx';

export const applyPatchCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Patch output',
  summary: (item, { partner }) =>
    answered(stringOf(objectOf(partner?.item['operation'])?.['path']), outputLine(item['output'] ?? item['status'] ?? '')),
  fields: 'all',
  Body: GenericBody,
};
