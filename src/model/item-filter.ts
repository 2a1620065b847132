import { isJsonObject, stringOf, type JsonArray, type JsonValue } from '#base/json.ts';

/**
 * Which items of a list are shown, as the `q` of a link says it: `type:reasoning` for one type, several such words for any of them,
 * `-type:reasoning` for all but one. A type with spaces or quotes is written as a JSON string.
 */
export type ItemFilter = {
  /** Only these types; every type when empty. */
  readonly types: readonly string[];
  readonly hiddenTypes: readonly string[];
  /** Words that mean nothing here. They hide nothing and are kept in the link. */
  readonly unknownWords: readonly string[];
};

const WORDS = /(-?type:)?("(?:[^"\\]|\\.)*"|\S+)/g;
/** A type that needs no quotes. */
const PLAIN = /^[^\s"]+$/;

/** Reads the `q` of a link. Any string gives a filter. */
export function parseItemFilter(q: string | null): ItemFilter {
  const types = new Set<string>();
  const hiddenTypes = new Set<string>();
  const unknownWords: string[] = [];
  for (const [word, name, value = ''] of (q ?? '').matchAll(WORDS)) {
    const type = name === undefined ? null : unquoted(value);
    if (type === null) unknownWords.push(word);
    else (name === 'type:' ? types : hiddenTypes).add(type);
  }
  return { types: [...types], hiddenTypes: [...hiddenTypes], unknownWords };
}

/** The `q` for `filter`, or null when nothing is left to say. */
export function formatItemFilter({ types, hiddenTypes, unknownWords }: ItemFilter): string | null {
  const words = [...types.map((type) => `type:${quoted(type)}`), ...hiddenTypes.map((type) => `-type:${quoted(type)}`), ...unknownWords];
  return words.length === 0 ? null : words.join(' ');
}

export function showOnly(filter: ItemFilter, type: string): ItemFilter {
  return { ...filter, types: [type], hiddenTypes: [] };
}

/** `filter` without what hides items; words it does not know stay. */
export function showAllTypes(filter: ItemFilter): ItemFilter {
  return { ...filter, types: [], hiddenTypes: [] };
}

/** `filter` that hides `type` as well. */
export function hideType(filter: ItemFilter, type: string): ItemFilter {
  return {
    ...filter,
    types: filter.types.filter((other) => other !== type),
    hiddenTypes: [...filter.hiddenTypes.filter((other) => other !== type), type],
  };
}

/** `filter` without the words for `type`. */
export function forgetType(filter: ItemFilter, type: string): ItemFilter {
  return {
    ...filter,
    types: filter.types.filter((other) => other !== type),
    hiddenTypes: filter.hiddenTypes.filter((other) => other !== type),
  };
}

/** True when `filter` may hide items. */
export function isFiltering({ types, hiddenTypes }: ItemFilter): boolean {
  return types.length > 0 || hiddenTypes.length > 0;
}

/** The positions of the items that `filter` shows, in their order; null when it shows all whatever they are. */
export function shownPositions(items: JsonArray, filter: ItemFilter): readonly number[] | null {
  if (!isFiltering(filter)) return null;
  return items.flatMap((item, position) => (isShown(item, filter) ? [position] : []));
}

/** The type of an item; null where it has none, and such an item cannot be asked for. */
export function itemTypeOf(item: JsonValue | undefined): string | null {
  return isJsonObject(item) ? stringOf(item['type']) || null : null;
}

function isShown(item: JsonValue, { types, hiddenTypes }: ItemFilter): boolean {
  const type = itemTypeOf(item);
  if (type === null) return types.length === 0;
  return (types.length === 0 || types.includes(type)) && !hiddenTypes.includes(type);
}

function quoted(type: string): string {
  return PLAIN.test(type) ? type : JSON.stringify(type);
}

/** The type that a word names, or null when it names none. */
function unquoted(value: string): string | null {
  if (!value.startsWith('"')) return value;
  try {
    return stringOf(JSON.parse(value) as JsonValue) || null;
  } catch {
    return null;
  }
}
