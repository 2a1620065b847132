import { CircleHelp } from 'lucide-react';
import { stringOf, type JsonObject } from '#base/json.ts';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { FieldList } from './field-list.tsx';
import { argumentsLine, lineOf } from './summary-text.ts';

const FRAME_FIELDS = ['type', 'id', 'status'];

/** Any item, field by field: short values in the line, long ones folded, nested ones as trees, binary data as chips. */
export function GenericBody({ item }: ItemProps) {
  const isBare = Object.keys(item).every((name) => FRAME_FIELDS.includes(name));
  return isBare ? <p className="text-secondary">This item holds nothing else.</p> : <FieldList value={item} except={FRAME_FIELDS} />;
}

/** The fields of an item that are not the same on every item, on one line. */
export function genericSummary(item: JsonObject): string {
  const { type: _type, id: _id, status: _status, ...rest } = item;
  return argumentsLine(rest);
}

/** Items of a type that nobody has told us about, and items without a type. */
export const unknownItem: ItemDefinition = {
  icon: CircleHelp,
  kind: 'Unknown item',
  title: (item) => lineOf(stringOf(item['type']) ?? '') || 'No type',
  summary: (item) => `unknown type${Object.keys(item).some((name) => !FRAME_FIELDS.includes(name)) ? ' · ' : ''}${genericSummary(item)}`,
  fields: 'all',
  Body: GenericBody,
};
