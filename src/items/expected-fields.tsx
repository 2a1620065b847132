import { isJsonArray, isJsonObject, numberOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { FieldList } from './field-list.tsx';

/** What a view can read in a field. Null always counts as nothing sent. */
export type FieldKind = 'string' | 'number' | 'list' | 'object' | 'anything';
export type ExpectedFields = Readonly<Record<string, FieldKind>>;

const FITS: Readonly<Record<FieldKind, (value: JsonValue) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => numberOf(value) !== null,
  list: isJsonArray,
  object: isJsonObject,
  anything: () => true,
};

/** Everything in `value` that a view of the `expected` fields cannot show: other fields, and those of another kind. */
export function OtherFields({ value, expected }: { readonly value: JsonObject; readonly expected: ExpectedFields }) {
  return <FieldList value={value} except={Object.keys(value).filter((name) => fits(name, untracked(value)[name], expected))} />;
}

/** The `expected` fields of an item that hold something of another kind; its other fields are listed by the frame. */
export function MisfitFields({ item, expected }: { readonly item: JsonObject; readonly expected: ExpectedFields }) {
  const misfits = Object.keys(item).filter((name) => Object.hasOwn(expected, name) && !fits(name, untracked(item)[name], expected));
  return misfits.length === 0 ? null : <FieldList value={item} except={Object.keys(item).filter((name) => !misfits.includes(name))} />;
}

function fits(name: string, value: JsonValue | undefined, expected: ExpectedFields): boolean {
  const kind = Object.hasOwn(expected, name) ? expected[name] : undefined;
  return kind !== undefined && (value === undefined || value === null || FITS[kind](value));
}
