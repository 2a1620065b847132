import { Link2 } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { lineOf } from './summary-text.ts';

export const itemReferenceItem: ItemDefinition = {
  icon: Link2,
  title: () => 'Item reference',
  summary: (item) => `stands for ${lineOf(stringOf(item['id']) ?? 'an item without an ID')}`,
  fields: {},
  Body: ItemReferenceBody,
};

function ItemReferenceBody({ item }: ItemProps) {
  return (
    <p>
      {stringOf(item['id']) === null
        ? 'Stands for an item that the server keeps, but names none.'
        : 'Stands for the item of this ID, which the server keeps: the request named it instead of sending it again.'}
    </p>
  );
}
