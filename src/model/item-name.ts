import { objectOf, stringOf, type JsonArray } from '#base/json.ts';

/** How links name each item: by its ID, or `@3` by its position where the ID is missing or not its own. */
export function namesOfItems(items: JsonArray): readonly string[] {
  const uses = new Map<string, number>();
  for (const item of items) {
    const id = idOf(item);
    if (id !== null) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  return items.map((item, position) => {
    const id = idOf(item);
    return id !== null && id !== '' && !id.startsWith('@') && uses.get(id) === 1 ? id : `@${position}`;
  });
}

/** The position that `name` means, or null when there is no such item. */
export function positionOfItem(items: JsonArray, name: string | null): number | null {
  if (name === null) return null;
  const position = /^@\d{1,7}$/.test(name) ? Number(name.slice(1)) : -1;
  if (position >= 0) return position < items.length ? position : null;
  const byId = items.findIndex((item) => idOf(item) === name);
  return byId === -1 ? null : byId;
}

function idOf(item: JsonArray[number]): string | null {
  return stringOf(objectOf(item)?.['id']);
}
