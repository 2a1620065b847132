import { Settings2 } from 'lucide-react';
import { objectOf, stringOf } from '#base/json.ts';
import { FieldList } from './field-list.tsx';
import { genericSummary } from './generic-item.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { joinFacts, lineOf } from './summary-text.ts';

export const configurationUpdateItem: ItemDefinition = {
  icon: Settings2,
  title: () => 'Configuration update',
  summary: (item) => {
    const effort = stringOf(objectOf(item['reasoning'])?.['effort']);
    const format = stringOf(objectOf(objectOf(item['text'])?.['format'])?.['type']);
    return joinFacts(effort && `reasoning effort ${lineOf(effort)}`, format && `text format ${lineOf(format)}`) || genericSummary(item);
  },
  fields: ['reasoning', 'text', 'created_by'],
  Body: ConfigurationUpdateBody,
};

function ConfigurationUpdateBody({ item }: ItemProps) {
  const sections = ['reasoning', 'text'].filter((name) => item[name] !== undefined);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5">
      <p className="text-sm text-secondary">
        {sections.length === 0 ? 'Changes neither reasoning nor the format of the text.' : 'From here on the model works with:'}
      </p>
      {sections.map((name) => {
        const fields = objectOf(item[name]) ?? {};
        const isEmpty = Object.keys(fields).length === 0;
        const shown = isEmpty ? [[name, item[name] ?? null]] : Object.entries(fields).map(([key, value]) => [`${name}.${key}`, value]);
        return <FieldList key={name} value={Object.fromEntries(shown)} />;
      })}
      <LabelledValues item={item} names={['created_by']} />
    </div>
  );
}
