import { isJsonObject, objectOf, type JsonArray } from '#base/json.ts';
import { linkItems, type ItemLinks } from '#model/item-links.ts';
import { pairAcross, pairCalls, type CallPairs } from '#model/pair-calls.ts';
import type { ItemContext, LinkedItem, RelatedItem } from './item-definition.ts';

/** What an item at a position may know beyond itself. Answers the same object for the same position, so that rows know when nothing changed. */
export type ContextAt = (position: number) => ItemContext;

/** The items of the same conversation in another tab: those before the list, or those after it. */
export type ItemsElsewhere = {
  readonly items: JsonArray;
  readonly tab: 'Input' | 'Output';
  readonly onJump: (position: number) => void;
};

/**
 * The contexts of a list: where each item stands, the items it belongs to, there and in the other tab, and what `shared` says of all.
 * `onJump` shows an item. Each is made when it is first asked for, since lists hold thousands and few are looked at.
 */
export function itemContextsOf(
  items: JsonArray,
  shared: Omit<ItemContext, 'position' | 'partner' | 'related'>,
  onJump: (position: number) => void,
  elsewhere: ItemsElsewhere | null = null,
): ContextAt {
  const pairs = pairCalls(items);
  const pairsElsewhere: CallPairs = elsewhere === null ? new Map() : pairAcross(items, elsewhere.items);
  const made = new Map<number, ItemContext>();
  // What was given stands before what was made of it.
  const before = elsewhere?.tab === 'Input' ? elsewhere.items : [];
  const after = elsewhere?.tab === 'Output' ? elsewhere.items : [];
  let links: ItemLinks | null = null;

  function linkTo(position: number): LinkedItem {
    return { position, item: objectOf(items[position]) ?? {}, onJump: () => onJump(position) };
  }
  function linkElsewhere({ items: others, tab, onJump: show }: ItemsElsewhere, position: number): LinkedItem {
    return { position, tab, item: objectOf(others[position]) ?? {}, onJump: () => show(position) };
  }
  /** `position` counts from the first item of the conversation. */
  function linkInConversation(position: number): LinkedItem {
    const own = position - before.length;
    if (elsewhere === null || (own >= 0 && own < items.length)) return linkTo(own);
    return linkElsewhere(elsewhere, own < 0 ? position : own - items.length);
  }
  function partnerOf(position: number): LinkedItem | null {
    const [own, other] = [pairs.get(position), pairsElsewhere.get(position)];
    if (own !== undefined) return isJsonObject(items[own]) ? linkTo(own) : null;
    return elsewhere === null || other === undefined ? null : linkElsewhere(elsewhere, other);
  }
  function make(position: number): ItemContext {
    return {
      ...shared,
      position,
      partner: partnerOf(position),
      get related() {
        links ??= linkItems([...before, ...items, ...after]);
        const found = links.get(before.length + position) ?? [];
        return found.map((link): RelatedItem => ({ role: link.role, ...linkInConversation(link.position) }));
      },
    };
  }
  return (position) => {
    const context = made.get(position) ?? make(position);
    made.set(position, context);
    return context;
  };
}

/** How an item is named where it is not in view: "@3", or "Input @3". */
export function placeOf({ position, tab }: LinkedItem): string {
  return tab === undefined ? `@${position}` : `${tab} @${position}`;
}
