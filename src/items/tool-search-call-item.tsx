import { PackageSearch } from 'lucide-react';
import { isJsonObject, stringOf, type JsonObject } from '#base/json.ts';
import { CallArguments } from './call-arguments.tsx';
import { missingOutput } from './call-facts.tsx';
import { FieldList } from './field-list.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
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
  fields: ['arguments', 'call_id', 'execution', 'created_by'],
  Body: ToolSearchCallBody,
};

function ToolSearchCallBody({ item }: ItemProps) {
  const { arguments: query } = item;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {isJsonObject(query) && Object.keys(query).length > 0 ? (
        <section aria-label="Query">
          <FieldList value={query} />
        </section>
      ) : (
        <CallArguments value={query} label="query" />
      )}
      <ExecutionText item={item} />
      <LabelledValues item={item} names={['execution', 'call_id', 'created_by']} words={['execution']} />
    </div>
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
