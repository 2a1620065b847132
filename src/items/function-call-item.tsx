import { SquareFunction } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { stringOf, type JsonObject } from '#base/json.ts';
import { findTool, type GivenTool } from '#model/given-tools.ts';
import { CallArguments } from './call-arguments.tsx';
import { CALL_FIELDS, callerOf, CallFacts, callName, missingOutput } from './call-facts.tsx';
import type { ItemContext, ItemDefinition, ItemProps } from './item-definition.ts';
import { innerCallsOf, type InnerCall } from './parallel-calls.ts';
import { RelatedItems } from './related-items.tsx';
import { argumentsLine, lineOf } from './summary-text.ts';
import { ValueView } from './value-view.tsx';
import { ItemField } from './item-place.tsx';

export const functionCallItem: ItemDefinition = {
  icon: SquareFunction,
  kind: 'Function call',
  title: (item) => callName(item, 'Function call'),
  summary: (item) => innerLine(innerCallsOf(item)) ?? argumentsLine(item['arguments']),
  facts: (item) => [callerOf(item)],
  notice: missingOutput,
  fields: { name: 'string', namespace: 'string', arguments: 'anything', ...CALL_FIELDS },
  Body: FunctionCallBody,
};

function FunctionCallBody({ item, context }: ItemProps) {
  const innerCalls = innerCallsOf(item);
  const tool = calledTool(item, context);
  const isUnknown =
    tool === null &&
    innerCalls === null &&
    (context.tools ?? []).some(({ kind, source }) => kind === 'function' && source !== 'this response');
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {innerCalls === null ? null : <InnerCalls calls={innerCalls} />}
      <ItemField of={item} name="arguments">
        <CallArguments value={item['arguments']} tool={tool} />
      </ItemField>
      {isUnknown ? <p className="text-sm text-warning">The tools of this response hold no function of this name.</p> : null}
      <RelatedItems context={context} roles={['program']} title="Called by a program" />
      <CallFacts item={item} />
    </div>
  );
}

function calledTool(item: JsonObject, { tools = [] }: ItemContext): GivenTool | null {
  return findTool(tools, 'function', stringOf(item['name']), stringOf(item['namespace']));
}

function InnerCalls({ calls }: { readonly calls: readonly InnerCall[] }) {
  return (
    <section aria-label="Calls inside">
      <p className="text-sm text-secondary">A wrapper for {formatCount(calls.length, 'call')} in parallel:</p>
      <ol className="mt-1 grid gap-1">
        {calls.map(({ name, parameters }, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="min-w-0">
            <span className="font-semibold text-family">{lineOf(name)}</span>{' '}
            {parameters === undefined ? null : <ValueView value={parameters} label={`Parameters of ${lineOf(name)}`} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function innerLine(calls: readonly InnerCall[] | null): string | null {
  if (calls === null) return null;
  return `${formatCount(calls.length, 'call')}: ${calls.map(({ name, parameters }) => `${lineOf(name)}(${argumentsLine(parameters)})`).join(', ')}`;
}
