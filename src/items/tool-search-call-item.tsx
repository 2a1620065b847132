import { PackageSearch } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { missingOutput } from './call-facts.tsx';
import { argumentsLine, lineOf } from './summary-text.ts';

export const toolSearchCallItem: ItemDefinition = {
  icon: PackageSearch,
  title: () => 'Tool search',
  summary: (item) => argumentsLine(item['arguments']),
  facts: (item) => {
    const execution = stringOf(item['execution']);
    return [execution === null ? '' : `run by the ${lineOf(execution)}`];
  },
  notice: (item, context) => (stringOf(item['execution']) === 'client' ? missingOutput(item, context) : null),
  fields: 'all',
  Body: GenericBody,
};
