import { Braces } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { stringOf, type JsonValue } from '#base/json.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { callName } from './call-facts.tsx';
import { LabelledValues } from './labelled-value.tsx';
import { OpaqueText } from './opaque-text.tsx';
import { RelatedItems } from './related-items.tsx';
import { countLines, firstCodeLine, firstFew } from './summary-text.ts';
import { ValueView } from './value-view.tsx';
import { ItemField } from './item-place.tsx';

export const programItem: ItemDefinition = {
  icon: Braces,
  title: () => 'Program',
  summary: (item, { related = [] }) => {
    const calls = related.filter(({ role }) => role === 'child call').map((call) => callName(call.item, 'a tool'));
    const names = [...new Set(calls)].map((name) => {
      const count = calls.filter((each) => each === name).length;
      return count === 1 ? name : `${name} ×${count}`;
    });
    return names.length > 0 ? `called ${firstFew(names)}` : firstCodeLine(stringOf(item['code']) ?? '');
  },
  facts: (item, { related = [] }) => {
    const code = stringOf(item['code']) ?? '';
    const calls = related.filter(({ role }) => role === 'child call').length;
    return [code === '' ? '' : formatCount(countLines(code), 'line'), calls === 0 ? '' : formatCount(calls, 'call')];
  },
  fields: { call_id: 'string', code: 'anything', fingerprint: 'string' },
  Body: ProgramBody,
};

function ProgramBody({ item, context }: ItemProps) {
  const fingerprint = stringOf(item['fingerprint']);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5">
      <ItemField of={item} name="code">
        <ProgramCode code={item['code']} />
      </ItemField>
      <RelatedItems context={context} roles={['child call']} title="Calls it made" />
      <RelatedItems context={context} roles={['output']} title="What it returned" />
      {fingerprint === null || fingerprint === '' ? null : (
        <ItemField of={item} name="fingerprint">
          <OpaqueText text={fingerprint} label="fingerprint" />
        </ItemField>
      )}
      <LabelledValues item={item} names={['call_id']} />
    </div>
  );
}

function ProgramCode({ code }: { readonly code: JsonValue | undefined }) {
  if (typeof code === 'string' && code !== '') return <CodeBlock code={code} language="javascript" copyLabel="Copy program" />;
  if (code === undefined || code === null || code === '')
    return <p className="text-secondary">{code === '' ? 'The program is empty.' : 'No code was sent.'}</p>;
  return <ValueView value={code} label="code" />;
}
