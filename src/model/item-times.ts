import type { ItemKey, ItemNews } from './item-news.ts';

/** When an item was added and done, in milliseconds of the log's arrivals, with the events that say so. */
export type ItemTime = Pick<ItemNews, 'key' | 'type' | 'family'> & {
  /** Null where it began before the events that are measured. */
  readonly added: EventMoment | null;
  /** Null while it is not done. */
  readonly done: EventMoment | null;
};

/** When an event arrived. */
export type EventMoment = { readonly event: number; readonly arrival: number };

export type ItemTimes = {
  /** Takes an event about an item; only where one begins or ends changes anything. */
  readonly take: (news: ItemNews, moment: EventMoment) => void;
  /** In the order in which they began, as far as that is known; another list only when it changed. */
  readonly list: () => readonly ItemTime[];
};

/** Notes when items begin and end; they may interleave, and an index may be used again once its item is done. */
export function createItemTimes(): ItemTimes {
  let items: readonly ItemTime[] = [];
  let isChanged = false;
  const growing: ItemTime[] = [];
  /** Where the last item of a key stands. */
  const places = new Map<ItemKey | null, number>();

  function end(item: Pick<ItemTime, 'key' | 'type' | 'family'>, done: EventMoment) {
    const place = places.get(item.key);
    const begun = place === undefined ? undefined : growing[place];
    if (place === undefined || begun === undefined || begun.done !== null) growing.push({ ...item, added: null, done });
    // What is done may say its type better than what was announced.
    else growing[place] = { ...begun, type: item.type ?? begun.type, done };
  }

  function take({ key, type, family, step }: ItemNews, moment: EventMoment) {
    if (step === 'goes-on') return;
    if (step === 'ends') end({ key, type, family }, moment);
    else {
      places.set(key, growing.length);
      growing.push({ key, type, family, added: moment, done: null });
    }
    isChanged = true;
  }

  function list() {
    if (isChanged) items = [...growing];
    isChanged = false;
    return items;
  }

  return { take, list };
}
