import { Globe } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import type { ExpectedFields } from './expected-fields.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { Pieces, Quiet } from './labelled.tsx';
import { isRunning } from './not-sent.tsx';
import { firstFew, joinFacts, lineOf, quoted, withResult } from './summary-text.ts';
import { argumentsOf, searchLine, VENDOR_CALL_FIELDS, VendorArguments, VendorFacts } from './vendor-call.tsx';
import { WebSearchAction } from './web-search-action.tsx';
import { WebSearchResults } from './web-search-results.tsx';
import { QueryList } from './query-list.tsx';

const FIELDS: ExpectedFields = { action: 'object', results: 'list', ...VENDOR_CALL_FIELDS };

export const webSearchCallItem: ItemDefinition = {
  icon: Globe,
  title: () => 'Web search',
  summary: (item) => withResult(actionLine(objectOf(item['action'])) ?? searchLine(item), foundLine(item)),
  facts: (item) => {
    const sources = arrayOf(objectOf(item['action'])?.['sources']).length;
    const results = arrayOf(item['results']).length;
    return [sources > 0 ? formatCount(sources, 'source') : '', results > 0 ? formatCount(results, 'result') : ''];
  },
  fields: FIELDS,
  Body: WebSearchBody,
};

function WebSearchBody({ item, context }: ItemProps) {
  const action = objectOf(item['action']);
  const mayCome = isRunning(item, context);
  const query = stringOf(argumentsOf(item)?.['query']);
  return (
    <Pieces>
      {action === null ? null : <WebSearchAction action={action} mayCome={mayCome} />}
      {query === null ? null : <QueryList queries={[query]} />}
      <VendorArguments item={item} />
      {action === null && item['arguments'] === undefined ? <NoAction mayCome={mayCome} /> : null}
      <WebSearchResults results={item['results']} />
      <VendorFacts item={item} />
    </Pieces>
  );
}

function NoAction({ mayCome }: { readonly mayCome: boolean }) {
  return (
    <Quiet>
      {mayCome
        ? 'What it searches for is not known yet: servers send it when the search is done.'
        : 'The server did not say what was searched for.'}
    </Quiet>
  );
}

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

/** The hosts of what was found, or of what the search drew on. */
function foundLine(item: JsonObject): string {
  const results = arrayOf(item['results']);
  const found = results.length > 0 ? results : arrayOf(objectOf(item['action'])?.['sources']);
  return firstFew(
    found.slice(0, 50).map((each) => {
      const url = stringOf(objectOf(each)?.['url']) ?? '';
      return URL.canParse(url) ? lineOf(new URL(url).hostname) : '';
    }),
  );
}

function queriesOf(action: JsonObject): string {
  const queries = arrayOf(action['queries'])
    .map(quoted)
    .filter((query) => query !== null);
  return queries.length > 0 ? queries.join(', ') : (quoted(action['query']) ?? '');
}
