import type { ItemFamily } from '#protocol/item-types.ts';
import type { ItemKey, ItemNews } from './item-news.ts';

/** What the time of a response went into. `waiting`: before anything of an item came; `other`: between items, and what belongs to none. */
export type ActivityKind = 'waiting' | 'reasoning' | 'tools' | 'text' | 'other';
export const ACTIVITY_KINDS: readonly ActivityKind[] = ['waiting', 'reasoning', 'tools', 'text', 'other'];

/** Milliseconds by what they went into; together they are the whole time. */
export type TimeShares = Readonly<Record<ActivityKind, number>>;

/** Something that went on for a while. */
export type Activity = {
  readonly kind: ActivityKind;
  /** What is known of the item it was about; null where it was about none. */
  readonly item: Pick<ItemNews, 'key' | 'type'> | null;
};

export type ShareCounter = {
  /** Hears of an event whose time does not count, since it came before those that are measured. */
  readonly note: (news: ItemNews) => void;
  /** Takes the time before an event, and says what it went into. Null stands for an event that is about no item; `isSign` for a mere sign of life. */
  readonly take: (milliseconds: number, news: ItemNews | null, isSign: boolean) => Activity;
  /** What goes on behind the last event, as far as one can tell. */
  readonly current: () => Activity;
  readonly shares: () => TimeShares;
};

/**
 * Splits the time of a stream by its events: the time before an event counts for the item that it is about, and the time before a new item
 * for the item still open that began last. A `keepalive` tells of nothing, so its time counts for what is told next.
 */
export function createShareCounter(): ShareCounter {
  const shares: Record<ActivityKind, number> = { waiting: 0, reasoning: 0, tools: 0, text: 0, other: 0 };
  const open = new Map<ItemKey, Activity>();
  const over = new Set<ItemKey>();
  let isWaiting = true;
  let unclaimed = 0;

  function current(): Activity {
    return [...open.values()].at(-1) ?? { kind: isWaiting ? 'waiting' : 'other', item: null };
  }

  function activityBefore(news: ItemNews | null): Activity {
    if (isWaiting) return { kind: 'waiting', item: null };
    if (news === null) return { kind: 'other', item: null };
    return news.step === 'begins' ? current() : activityOf(news);
  }

  function take(milliseconds: number, news: ItemNews | null, isSign: boolean): Activity {
    unclaimed += milliseconds;
    if (isSign) return current();
    const activity = activityBefore(news);
    shares[activity.kind] += unclaimed;
    unclaimed = 0;
    if (news !== null) note(news);
    return activity;
  }

  function note(news: ItemNews) {
    const { key, step } = news;
    isWaiting = false;
    if (key === null) return;
    if (step === 'begins') {
      over.delete(key);
      open.delete(key); // so that it goes to the end
    }
    if (step === 'ends') {
      over.add(key);
      open.delete(key);
    }
    // What nothing announced began with its first event, unless that comes behind its end.
    if (!open.has(key) && !over.has(key)) open.set(key, activityOf(news));
  }

  return { take, note, current, shares: () => ({ ...shares, [current().kind]: shares[current().kind] + unclaimed }) };
}

function activityOf({ key, type, family }: ItemNews): Activity {
  return { kind: kindOfFamily(family), item: { key, type } };
}

/** What an item of a family does with its time. */
export function kindOfFamily(family: ItemFamily): Exclude<ActivityKind, 'waiting'> {
  if (family === 'message') return 'text';
  if (family === 'reasoning') return 'reasoning';
  return family === 'system' ? 'other' : 'tools';
}
