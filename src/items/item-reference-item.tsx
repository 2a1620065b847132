import { Link2 } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { lineOf } from './summary-text.ts';

export const itemReferenceItem: ItemDefinition = {
  icon: Link2,
  title: () => 'Item reference',
  summary: (item) => `stands for ${lineOf(stringOf(item['id']) ?? 'an item without an ID')}`,
  fields: ['created_by'],
  Body: ItemReferenceBody,
};

function ItemReferenceBody({ item }: ItemProps) {
  return (
    <div className="grid min-w-0 gap-1.5">
      <p>
        {stringOf(item['id']) === null
          ? 'Stands for an item that the server keeps, but names none.'
          : 'Stands for the item of this ID, which the server keeps: the request named it instead of sending it again.'}
      </p>
      <LabelledValues item={item} names={['created_by']} />
    </div>
  );
}
