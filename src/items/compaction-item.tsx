import { FoldVertical } from 'lucide-react';
import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';

export const compactionItem: ItemDefinition = {
  icon: FoldVertical,
  title: () => 'Compaction',
  summary: () => 'earlier context was compacted; only the server can read it',
  facts: (item) => {
    const content = stringOf(item['encrypted_content']);
    return [content === null ? '' : `encrypted ${formatBytes(utf8Length(content))}`];
  },
  fields: 'all',
  Body: GenericBody,
};
