import { Globe } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { argumentsLine, joinFacts, lineOf, quoted } from './summary-text.ts';

export const webSearchCallItem: ItemDefinition = {
  icon: Globe,
  title: () => 'Web search',
  summary: (item) => actionLine(objectOf(item['action'])) ?? argumentsLine(item['arguments']),
  facts: (item) => {
    const sources = arrayOf(objectOf(item['action'])?.['sources']).length;
    const results = arrayOf(item['results']).length;
    return [sources > 0 ? formatCount(sources, 'source') : '', results > 0 ? formatCount(results, 'result') : ''];
  },
  fields: 'all',
  Body: GenericBody,
};

/** What the search did; null where the server sent no action, as it does until the call is done. */
function actionLine(action: JsonObject | null): string | null {
  if (action === null) return null;
  const type = stringOf(action['type']) ?? '';
  const url = lineOf(stringOf(action['url']) ?? '').replace(/^https?:\/\//, '');
  if (type === 'search') return queriesOf(action) || 'a search without a query';
  if (type === 'open_page') return `opened ${url || 'a page'}`;
  if (type === 'find_in_page' || type === 'find') return `looked for ${quoted(action['pattern']) ?? 'something'} in ${url || 'a page'}`;
  return joinFacts(lineOf(type), queriesOf(action), url) || null;
}

function queriesOf(action: JsonObject): string {
  const queries = arrayOf(action['queries'])
    .map(quoted)
    .filter((query) => query !== null);
  return queries.length > 0 ? queries.join(', ') : (quoted(action['query']) ?? '');
}
