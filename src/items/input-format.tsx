import { objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { Labelled, WireWord } from './labelled.tsx';
import { lineOf } from './summary-text.ts';
import { ItemField } from './item-place.tsx';

const FIELDS: ExpectedFields = { type: 'string', syntax: 'string', definition: 'string' };

/** What a custom tool takes: any text, or text that a grammar allows. */
export function InputFormat({ format }: { readonly format: JsonValue | undefined }) {
  const fields = objectOf(format);
  if (fields === null) return null;
  const type = stringOf(fields['type']) ?? '';
  const syntax = stringOf(fields['syntax']);
  const definition = stringOf(fields['definition']);
  return (
    <Labelled
      name={type === 'text' ? 'input: any text' : `input: ${syntax === null ? '' : `${lineOf(syntax)} `}${lineOf(type)}`}
      aside={<WireWord word="format" />}
    >
      {definition === null ? null : (
        <ItemField of={fields} name="definition">
          <CodeBlock code={definition} copyLabel="Copy grammar" scrolls={false} />
        </ItemField>
      )}
      <OtherFields value={fields} expected={FIELDS} />
    </Labelled>
  );
}
