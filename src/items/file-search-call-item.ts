import { FileSearch } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, numberOf, objectOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { quoted } from './summary-text.ts';

export const fileSearchCallItem: ItemDefinition = {
  icon: FileSearch,
  title: () => 'File search',
  summary: (item) =>
    arrayOf(item['queries'])
      .map(quoted)
      .filter((query) => query !== null)
      .join(', '),
  facts: (item) => {
    const results = arrayOf(item['results']);
    const scores = results.flatMap((result) => numberOf(objectOf(result)?.['score']) ?? []);
    return [
      results.length > 0 ? formatCount(results.length, 'result') : '',
      scores.length > 0 ? `best score ${Math.max(...scores).toFixed(2)}` : '',
    ];
  },
  fields: 'all',
  Body: GenericBody,
};
