import { objectOf, stringOf, type JsonArray } from '#base/json.ts';

/** How a link names an item: by its ID, or `@3` by its position where the ID is missing or not its own. */
export function nameOfItem(items: JsonArray, position: number): string {
  const id = idAt(items, position);
  const isUnique = id !== null && items.every((_, other) => other === position || idAt(items, other) !== id);
  return id !== null && id !== '' && !id.startsWith('@') && isUnique ? id : `@${position}`;
}

/** The position that `name` means, or null when there is no such item. */
export function positionOfItem(items: JsonArray, name: string | null): number | null {
  if (name === null) return null;
  const byId = items.findIndex((_, position) => idAt(items, position) === name);
  if (byId !== -1) return byId;
  const position = /^@\d{1,7}$/.test(name) ? Number(name.slice(1)) : -1;
  return position >= 0 && position < items.length ? position : null;
}

function idAt(items: JsonArray, position: number): string | null {
  return stringOf(objectOf(items[position])?.['id']);
}
