import { Settings2 } from 'lucide-react';
import { isJsonObject, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { OtherFields } from './expected-fields.tsx';
import { genericSummary } from './generic-item.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { Labelled, Pieces, Quiet, WireWord } from './labelled.tsx';
import { SchemaTable } from './schema-table.tsx';
import { joinFacts, lineOf } from './summary-text.ts';
import { ItemField, useDataPath } from './item-place.tsx';

export const configurationUpdateItem: ItemDefinition = {
  icon: Settings2,
  title: () => 'Configuration update',
  summary: (item) => {
    const effort = stringOf(objectOf(item['reasoning'])?.['effort']);
    const format = formatWords(formatOf(item));
    return joinFacts(effort && `reasoning effort ${lineOf(effort)}`, format && `text format ${format}`) || genericSummary(item);
  },
  openSummary: () => '',
  fields: { reasoning: 'object', text: 'object' },
  Body: ConfigurationUpdateBody,
};

function ConfigurationUpdateBody({ item }: ItemProps) {
  const reasoning = objectOf(item['reasoning']);
  const text = objectOf(item['text']);
  const effort = stringOf(reasoning?.['effort']);
  const format = formatOf(item);
  if (reasoning === null && text === null) return <Quiet>Changes neither reasoning nor the format of the text.</Quiet>;
  return (
    <Pieces>
      <Quiet>From here on the model works with:</Quiet>
      {reasoning === null || effort === null ? null : (
        <ItemField of={reasoning} name="effort">
          reasoning effort <strong>{visibleLine(effort)}</strong> <WireWord word="reasoning.effort" />
        </ItemField>
      )}
      {reasoning === null ? null : <OtherFields value={reasoning} expected={{ effort: 'string' }} />}
      {format === null ? null : <Format format={format} />}
      {text === null ? null : <OtherFields value={text} expected={{ format: 'object' }} />}
    </Pieces>
  );
}

function Format({ format }: { readonly format: JsonObject }) {
  const dataPath = useDataPath();
  const description = stringOf(format['description']);
  return (
    <>
      <p data-path={dataPath(format)}>
        text format <strong>{formatWords(format)}</strong> <WireWord word="text.format" />
      </p>
      {description === null ? null : (
        <ItemField of={format} name="description" className="max-w-[96ch] text-secondary wrap-anywhere">
          {visibleLine(description)}
        </ItemField>
      )}
      {isJsonObject(format['schema']) ? (
        <Labelled name="schema">
          <ItemField of={format} name="schema">
            <SchemaTable schema={format['schema']} label="Schema of the answer" />
          </ItemField>
        </Labelled>
      ) : null}
      <OtherFields
        value={format}
        expected={{ type: 'string', name: 'string', strict: 'boolean', description: 'string', schema: 'object' }}
      />
    </>
  );
}

function formatOf(item: JsonObject): JsonObject | null {
  return objectOf(objectOf(item['text'])?.['format']);
}

/** "json_schema invoice, strict"; empty where there is no format. */
function formatWords(format: JsonObject | null): string {
  if (format === null) return '';
  const name = [format['type'], format['name']].map((word) => lineOf(stringOf(word) ?? '')).filter((word) => word !== '');
  return `${name.join(' ')}${format['strict'] === true ? ', strict' : ''}`;
}
