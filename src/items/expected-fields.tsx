import { isJsonArray, isJsonObject, numberOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { FieldList } from './field-list.tsx';

/** What a view can read in a field: a kind of value, or a test of it and of the object it stands in. Null always counts as nothing sent. */
export type FieldKind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'list'
  | 'object'
  | 'anything'
  | ((value: JsonValue, owner: JsonObject) => boolean);

/** The fields that a view draws, by their wire names. */
export type ExpectedFields = Readonly<Record<string, FieldKind>>;

const FITS: Readonly<Record<Extract<FieldKind, string>, (value: JsonValue) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => numberOf(value) !== null,
  boolean: (value) => typeof value === 'boolean',
  list: isJsonArray,
  object: isJsonObject,
  anything: () => true,
};

/** Everything in `value` that a view of the `expected` fields does not draw: other fields, and those of another kind. */
export function OtherFields({ value, expected }: { readonly value: JsonObject; readonly expected: ExpectedFields }) {
  return <FieldList value={value} except={Object.keys(value).filter((name) => isDrawn(name, untracked(value), expected))} />;
}

/** The names that a view of the `expected` fields leaves to others: the `unknown` ones, and the `misfits`, which hold another kind of value than it reads. */
export function leftovers(
  value: JsonObject,
  expected: ExpectedFields,
): { readonly unknown: readonly string[]; readonly misfits: readonly string[] } {
  const left = Object.keys(value).filter((name) => !isDrawn(name, value, expected));
  return {
    unknown: left.filter((name) => !Object.hasOwn(expected, name)),
    misfits: left.filter((name) => Object.hasOwn(expected, name)),
  };
}

function isDrawn(name: string, owner: JsonObject, expected: ExpectedFields): boolean {
  const kind = Object.hasOwn(expected, name) ? expected[name] : undefined;
  if (kind === undefined) return false;
  const value = owner[name];
  if (value === undefined || value === null) return true;
  return typeof kind === 'function' ? kind(value, owner) : FITS[kind](value);
}
