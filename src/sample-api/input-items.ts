import { isJsonObject, stringOf, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import { Refusal } from './errors.ts';
import { gateItems } from './includes.ts';
import type { PageQuery } from './query.ts';

/** One page of `items` (oldest first) in the list envelope. Throws a 400 when `after` names no item. */
export function inputItemsPage(items: JsonArray, { include, limit, order, after }: PageQuery): JsonObject {
  const ordered = order === 'asc' ? items : items.toReversed();
  const start = after === null ? 0 : indexAfter(ordered, after);
  const data = gateItems(ordered.slice(start, start + limit), include);
  return {
    object: 'list',
    data,
    first_id: idOf(data[0]),
    last_id: idOf(data.at(-1)),
    has_more: start + limit < ordered.length,
  };
}

function indexAfter(items: JsonArray, id: string): number {
  const index = items.findIndex((item) => idOf(item) === id);
  if (index === -1)
    throw new Refusal(400, { message: `No input item with the id '${id}' was found.`, param: 'after', code: 'invalid_value' });
  return index + 1;
}

function idOf(item: JsonValue | undefined): string | null {
  return isJsonObject(item) ? stringOf(item['id']) : null;
}
