import { objectOf, stringOf } from '#base/json.ts';
import { familyOfEvent } from '#protocol/event-types.ts';
import { familyOf, type ItemFamily } from '#protocol/item-types.ts';
import type { EventLog, LoggedEvent } from './event-log.ts';
import { isOfWholeItem } from './event-items.ts';

/** What tells items of a stream apart: their `output_index`, or their ID where events have no index. */
export type ItemKey = number | string;

/** What an event says of the item it is about. */
export type ItemNews = {
  /** Null where the event does not tell which. */
  readonly key: ItemKey | null;
  /** The type of the item; null where nothing announced it. */
  readonly type: string | null;
  readonly family: ItemFamily;
  /** `begins` and `ends`: `output_item.added` and `output_item.done`. */
  readonly step: 'begins' | 'ends' | 'goes-on';
};

type KnownItem = Pick<ItemNews, 'type' | 'family'>;

/** Reads what events say of items, in the order of their arrival; null of an event that is about none. Only the beginnings and ends of items are parsed. */
export function createItemNews(log: Pick<EventLog, 'eventAt'>): (index: number, row: LoggedEvent) => ItemNews | null {
  const known = new Map<ItemKey, KnownItem>();

  function wholeItem(index: number, { type, outputIndex }: LoggedEvent): ItemNews {
    const event = log.eventAt(index);
    const item = event?.kind === 'event' ? objectOf(event.json['item']) : null;
    const itemType = stringOf(item?.['type']);
    const news = { key: outputIndex ?? stringOf(item?.['id']), type: itemType, family: familyOf(itemType ?? '') };
    if (news.key !== null) known.set(news.key, news);
    return { ...news, step: type === 'response.output_item.added' ? 'begins' : 'ends' };
  }

  return (index, row) => {
    if (isOfWholeItem(row.type)) return wholeItem(index, row);
    const key = row.outputIndex;
    const item = key === null ? undefined : known.get(key);
    const family = item?.family ?? familyOfEvent(row.type);
    return key === null && family === 'system' ? null : { key, type: item?.type ?? null, family, step: 'goes-on' };
  };
}
