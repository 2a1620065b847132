import { CircleHelp } from 'lucide-react';
import { stringOf, type JsonObject } from '#base/json.ts';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { FRAME_FIELDS } from './item-body.tsx';
import { FieldList } from './field-list.tsx';
import { argumentsLine, lineOf } from './summary-text.ts';

/** Any item, field by field: short values in the line, long ones folded, nested ones as trees, binary data as chips. */
export function GenericBody({ item }: ItemProps) {
  const isBare = Object.keys(item).every((name) => Object.hasOwn(FRAME_FIELDS, name));
  return isBare ? (
    <p className="text-secondary">This item holds nothing else.</p>
  ) : (
    <FieldList value={item} except={Object.keys(FRAME_FIELDS)} />
  );
}

/** The fields of an item that are not the same on every item, on one line. */
export function genericSummary(item: JsonObject): string {
  return argumentsLine(Object.fromEntries(Object.entries(item).filter(([name]) => !Object.hasOwn(FRAME_FIELDS, name))));
}

/** Items of a type that nobody has told us about, and items without a type. */
export const unknownItem: ItemDefinition = {
  icon: CircleHelp,
  kind: 'Unknown item',
  title: (item) => lineOf(stringOf(item['type']) ?? '') || 'No type',
  summary: (item) =>
    `unknown type${Object.keys(item).some((name) => !Object.hasOwn(FRAME_FIELDS, name)) ? ' · ' : ''}${genericSummary(item)}`,
  fields: 'all',
  Body: GenericBody,
};
