import { Settings2 } from 'lucide-react';
import { objectOf, stringOf } from '#base/json.ts';
import { FieldList } from './field-list.tsx';
import { genericSummary } from './generic-item.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { joinFacts, lineOf } from './summary-text.ts';

export const configurationUpdateItem: ItemDefinition = {
  icon: Settings2,
  title: () => 'Configuration update',
  summary: (item) => {
    const effort = stringOf(objectOf(item['reasoning'])?.['effort']);
    const format = stringOf(objectOf(objectOf(item['text'])?.['format'])?.['type']);
    return joinFacts(effort && `reasoning effort ${lineOf(effort)}`, format && `text format ${lineOf(format)}`) || genericSummary(item);
  },
  fields: ['reasoning', 'text'],
  Body: ConfigurationUpdateBody,
};

function ConfigurationUpdateBody({ item }: ItemProps) {
  const sections = ['reasoning', 'text'].filter((name) => item[name] !== undefined);
  if (sections.length === 0) return <p className="text-secondary">Changes neither reasoning nor the format of the text.</p>;
  return (
    <div className="min-w-0">
      <p className="text-sm text-secondary">From here on the model works with:</p>
      {sections.map((name) => {
        const fields = objectOf(item[name]);
        if (fields === null) return <FieldList key={name} value={{ [name]: item[name] ?? null }} />;
        return <FieldList key={name} value={Object.fromEntries(Object.entries(fields).map(([key, value]) => [`${name}.${key}`, value]))} />;
      })}
    </div>
  );
}
