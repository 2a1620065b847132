import { PackageSearch } from 'lucide-react';
import { arrayOf, isJsonObject, stringOf, type JsonObject } from '#base/json.ts';
import { CallArguments } from './call-arguments.tsx';
import { missingOutput } from './call-facts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { Labelled } from './labelled.tsx';
import { LabelledValues } from './labelled-value.tsx';
import { PairTable } from './pair-table.tsx';
import { QueryList } from './query-list.tsx';
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
  fields: { arguments: 'anything', call_id: 'string', execution: 'string' },
  Body: ToolSearchCallBody,
};

function ToolSearchCallBody({ item }: ItemProps) {
  const { arguments: query } = item;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {isJsonObject(query) && Object.keys(query).length > 0 ? <Query query={query} /> : <CallArguments value={query} label="query" />}
      <ExecutionText item={item} />
      <LabelledValues item={item} names={['execution', 'call_id']} words={['execution']} />
    </div>
  );
}

/** What is looked for: words, or the names of tools; whatever else the search was told stands under them. */
function Query({ query }: { readonly query: JsonObject }) {
  const { query: words, paths } = query;
  const queries = typeof words === 'string' ? [words] : arrayOf(words);
  const names = arrayOf(paths);
  return (
    <Labelled name={names.length > 0 && queries.length === 0 ? 'looked for these tools' : 'searched the tools for'}>
      <QueryList queries={[...queries, ...names]} />
      <PairTable
        pairs={query}
        label="Arguments of the search"
        except={[...(queries.length > 0 ? ['query'] : []), ...(names.length > 0 ? ['paths'] : [])]}
      />
    </Labelled>
  );
}

/** Who looks for the tools, or looked. */
export function ExecutionText({ item }: { readonly item: JsonObject }) {
  const execution = stringOf(item['execution']);
  if (execution !== 'server' && execution !== 'client') return null;
  return (
    <p className="text-sm text-secondary">
      {execution === 'server'
        ? 'The server searches the tools that were given for loading on demand.'
        : 'The client searches: the tools it finds go into the next turn.'}
    </p>
  );
}
