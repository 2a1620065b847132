import { SquarePen } from 'lucide-react';
import { stringOf, type JsonValue } from '#base/json.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import { useIsGrowing } from '#ui/growing.ts';
import { CALL_FIELDS, callerOf, CallFacts, callName, missingOutput } from './call-facts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { firstCodeLine, valueLine } from './summary-text.ts';
import { ValueView } from './value-view.tsx';
import { ItemField } from './item-place.tsx';

export const customToolCallItem: ItemDefinition = {
  icon: SquarePen,
  kind: 'Custom tool call',
  title: (item) => callName(item, 'Custom tool call'),
  summary: (item) => firstCodeLine(stringOf(item['input']) ?? '') || valueLine(item['input']),
  facts: (item) => [callerOf(item)],
  notice: missingOutput,
  fields: { name: 'string', namespace: 'string', input: 'anything', ...CALL_FIELDS },
  Body: CustomToolCallBody,
};

function CustomToolCallBody({ item }: ItemProps) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <ItemField of={item} name="input">
        <CustomInput input={item['input']} />
      </ItemField>
      <CallFacts item={item} />
    </div>
  );
}

/** Free text by contract: never taken for JSON, even when it looks like it. */
function CustomInput({ input }: { readonly input: JsonValue | undefined }) {
  const isGrowing = useIsGrowing();
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
      <span className="text-sm text-tertiary">input</span>
      {typeof input === 'string' && input !== '' ? (
        <CodeBlock code={input} language={languageOf(input)} copyLabel="Copy input" scrolls={false} />
      ) : null}
      {input === '' ? <span className="text-tertiary">{isGrowing ? '…' : '(empty text)'}</span> : null}
      {input === undefined ? <span className="text-secondary">not sent</span> : null}
      {input === undefined || typeof input === 'string' ? null : <ValueView value={input} label="input" />}
    </div>
  );
}

/** Enough of a guess to colour patches and queries; anything else stays plain. */
function languageOf(input: string): string | null {
  const head = input.slice(0, 400);
  if (/^(?:\*\*\* Begin Patch|diff --git |@@ |--- \S)/m.test(head)) return 'diff';
  return /^\s*(?:select|with|insert|update|delete|create)\s/i.test(head) ? 'sql' : null;
}
