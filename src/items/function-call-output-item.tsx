import { CornerDownRight } from 'lucide-react';
import { stringOf, type JsonObject } from '#base/json.ts';
import { CALL_FIELDS, callerOf, CallFacts, callName } from './call-facts.tsx';
import type { ItemContext, ItemDefinition, ItemProps } from './item-definition.ts';
import { answered, outputLine, ToolOutput } from './tool-output.tsx';
import { ItemField } from './item-place.tsx';

export const functionCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Function output',
  summary: (item, context) => answered(nameOfCall(item, context), outputLine(item['output'])),
  openSummary: (item, context) => nameOfCall(item, context),
  facts: (item) => [callerOf(item)],
  fields: { name: 'string', namespace: 'string', output: 'anything', ...CALL_FIELDS },
  Body: FunctionCallOutputBody,
};

function FunctionCallOutputBody({ item }: ItemProps) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <ItemField of={item} name="output">
        <ToolOutput output={item['output']} />
      </ItemField>
      <CallFacts item={item} />
    </div>
  );
}

/** The output may say whose it is; otherwise the call it answers does. */
export function nameOfCall(item: JsonObject, { partner }: ItemContext): string {
  if (stringOf(item['name']) !== null) return callName(item, '');
  return partner === null ? '' : callName(partner.item, '');
}
