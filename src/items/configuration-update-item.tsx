import { Settings2 } from 'lucide-react';
import { objectOf, stringOf } from '#base/json.ts';
import { GenericBody, genericSummary } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { joinFacts, lineOf } from './summary-text.ts';

export const configurationUpdateItem: ItemDefinition = {
  icon: Settings2,
  title: () => 'Configuration update',
  summary: (item) => {
    const effort = stringOf(objectOf(item['reasoning'])?.['effort']);
    const format = stringOf(objectOf(objectOf(item['text'])?.['format'])?.['type']);
    return joinFacts(effort && `reasoning effort ${lineOf(effort)}`, format && `text format ${lineOf(format)}`) || genericSummary(item);
  },
  fields: 'all',
  Body: GenericBody,
};
