import { FileDiff } from 'lucide-react';
import { objectOf, stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { missingOutput } from './call-facts.tsx';
import { lineOf } from './summary-text.ts';

export const applyPatchCallItem: ItemDefinition = {
  icon: FileDiff,
  title: () => 'Apply patch',
  summary: (item) => {
    const operation = objectOf(item['operation']);
    const verb = lineOf(stringOf(operation?.['type']) ?? 'change')
      .replace(/_file$/, '')
      .replaceAll('_', ' ');
    return `${verb} ${lineOf(stringOf(operation?.['path']) ?? 'a file without a path')}`;
  },
  facts: (item) => {
    const diff = stringOf(objectOf(item['operation'])?.['diff']) ?? '';
    const added = diff.match(/^\+(?!\+\+ )/gm)?.length ?? 0;
    const removed = diff.match(/^-(?!-- )/gm)?.length ?? 0;
    return [added + removed === 0 ? '' : `+${added} −${removed}`];
  },
  notice: missingOutput,
  fields: 'all',
  Body: GenericBody,
};
