import type { JsonObject, JsonValue } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { FieldList } from './field-list.tsx';

/** For each field that a view draws: whether it could read this value. */
export type FieldReaders = { readonly [field: string]: (value: JsonValue) => boolean };

/** The fields of `value` that a view has not drawn: those it knows nothing of, and those of another kind than it expects. */
export function RestFields({ value, readers }: { readonly value: JsonObject; readonly readers: FieldReaders }) {
  return <FieldList value={value} except={readFields(value, readers)} />;
}

/** As `RestFields`, for an item: what its view knows nothing of is listed by the frame. */
export function UnreadFields({ item, readers }: { readonly item: JsonObject; readonly readers: FieldReaders }) {
  const read = readFields(item, readers);
  return <FieldList value={item} except={Object.keys(item).filter((name) => !Object.hasOwn(readers, name) || read.includes(name))} />;
}

function readFields(value: JsonObject, readers: FieldReaders): readonly string[] {
  return Object.entries(untracked(value))
    .filter(([name, field]) => Object.hasOwn(readers, name) && readers[name]?.(field) === true)
    .map(([name]) => name);
}

export function isString(value: JsonValue): boolean {
  return typeof value === 'string';
}
