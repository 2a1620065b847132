import { arrayOf, objectOf, stringOf } from '#base/json.ts';
import { familyOfEvent } from '#protocol/event-types.ts';
import { familyOf, type ItemFamily } from '#protocol/item-types.ts';
import type { FoldState } from './fold-state.ts';
import { namesOfItems } from './item-name.ts';

/** An item as its events point at it. */
export type EventItem = {
  /** Its place in `output`, from 0. */
  readonly position: number;
  readonly outputIndex: number;
  readonly id: string | null;
  readonly type: string | null;
  /** How links name it. */
  readonly name: string;
};

/** The items of a stream as far as they are known, found by what events say of them. */
export type EventItems = {
  readonly list: readonly EventItem[];
  readonly byIndex: (outputIndex: number | null) => EventItem | undefined;
  readonly byId: (id: string | null) => EventItem | undefined;
};

export function eventItemsOf({ response, items }: Pick<FoldState, 'response' | 'items'>): EventItems {
  const output = arrayOf(response?.['output']);
  const names = namesOfItems(output);
  const list = items.map(({ outputIndex }, position): EventItem => {
    const item = objectOf(output[position]);
    return {
      position,
      outputIndex,
      id: stringOf(item?.['id']) || null,
      type: stringOf(item?.['type']),
      name: names[position] ?? `@${position}`,
    };
  });
  const byIndex = new Map(list.map((item) => [item.outputIndex, item]));
  const byId = new Map(list.flatMap((item) => (item.id === null ? [] : [[item.id, item] as const])));
  return {
    list,
    byIndex: (outputIndex) => (outputIndex === null ? undefined : byIndex.get(outputIndex)),
    byId: (id) => (id === null ? undefined : byId.get(id)),
  };
}

/** The family whose colour an event wears; the name of an `output_item` event does not tell it, its item does. */
export function familyOfStreamEvent(type: string, itemType: string | null | undefined): ItemFamily {
  return isOfWholeItem(type) && typeof itemType === 'string' ? familyOf(itemType) : familyOfEvent(type);
}

/** True for the events that begin and end an item, and carry it. */
export function isOfWholeItem(type: string): boolean {
  return type === 'response.output_item.added' || type === 'response.output_item.done';
}
