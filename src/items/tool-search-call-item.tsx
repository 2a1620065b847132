import { PackageSearch } from 'lucide-react';
import { arrayOf, isJsonArray, isJsonObject, objectOf, stringOf, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { CallArguments } from './call-arguments.tsx';
import { missingOutput } from './call-facts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { Labelled } from './labelled.tsx';
import { LabelledValues } from './labelled-value.tsx';
import { PairTable } from './pair-table.tsx';
import { QueryList } from './query-list.tsx';
import { argumentsLine, firstFew, lineOf, quoted, valueLine } from './summary-text.ts';
import { useDataPath } from './item-place.tsx';

export const toolSearchCallItem: ItemDefinition = {
  icon: PackageSearch,
  title: () => 'Tool search',
  summary: (item) => wantedLine(objectOf(item['arguments'])) || argumentsLine(item['arguments']),
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

/** Something that is looked for, and the way to it from the arguments. */
type Wanted = { readonly value: JsonValue; readonly field: string; readonly rest: JsonPath };

/** Servers know no fixed arguments; these are the names that have been seen. */
function wanted(query: JsonObject): { readonly queries: readonly Wanted[]; readonly names: readonly Wanted[] } {
  const elements = (field: string) => arrayOf(query[field]).map((value, index): Wanted => ({ value, field, rest: [index] }));
  const { query: words } = query;
  const first: readonly Wanted[] = typeof words === 'string' ? [{ value: words, field: 'query', rest: [] }] : elements('query');
  return { queries: [...first, ...elements('queries')], names: elements('paths') };
}

/** “read a plan”, terraform.show_plan; empty where nothing of the kind was sent. */
function wantedLine(query: JsonObject | null): string {
  if (query === null) return '';
  const { queries, names } = wanted(query);
  return firstFew([...queries.flatMap(({ value }) => quoted(value) ?? []), ...names.map(({ value }) => valueLine(value))], 6);
}

/** What is looked for: words, or the names of tools; whatever else the search was told stands under them. */
function Query({ query }: { readonly query: JsonObject }) {
  const dataPath = useDataPath();
  const { queries, names } = wanted(query);
  const sought = [...queries, ...names].map(({ value, field, rest }) => ({
    value,
    place: typeof query[field] === 'string' ? dataPath(query, field) : dataPath(query[field], ...rest),
  }));
  return (
    <Labelled name={names.length > 0 && queries.length === 0 ? 'looked for these tools' : 'searched the tools for'}>
      <QueryList queries={sought.map(({ value }) => value)} dataPathOf={(position) => sought[position]?.place} />
      <PairTable pairs={query} label="Arguments of the search" except={Object.keys(query).filter((name) => isListed(name, query[name]))} />
    </Labelled>
  );
}

function isListed(name: string, value: JsonValue | undefined): boolean {
  if (name === 'query' && typeof value === 'string') return true;
  return ['query', 'queries', 'paths'].includes(name) && isJsonArray(value) && value.length > 0;
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
