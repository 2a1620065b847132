import { Braces } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { countLines, firstCodeLine } from './summary-text.ts';

export const programItem: ItemDefinition = {
  icon: Braces,
  title: () => 'Program',
  summary: (item) => firstCodeLine(stringOf(item['code']) ?? ''),
  facts: (item) => {
    const code = stringOf(item['code']) ?? '';
    return [code === '' ? '' : formatCount(countLines(code), 'line')];
  },
  fields: 'all',
  Body: GenericBody,
};
