import { isJsonObject, objectOf, type JsonArray } from '#base/json.ts';
import { linkItems, type ItemLink, type ItemLinks } from '#model/item-links.ts';
import { pairCalls } from '#model/pair-calls.ts';
import type { ItemContext, RelatedItem } from './item-definition.ts';

/** What the item at a position may know beyond itself. Answers the same object for the same position, so that rows know when nothing changed. */
export type ContextAt = (position: number) => ItemContext;

/**
 * The contexts of a list: where each item stands, the items it belongs to, and what `shared` says of all. `onJump` shows an item.
 * Each is made when it is first asked for, since lists hold thousands and few are looked at.
 */
export function itemContextsOf(
  items: JsonArray,
  shared: Omit<ItemContext, 'position' | 'partner' | 'related'>,
  onJump: (position: number) => void,
): ContextAt {
  const pairs = pairCalls(items);
  const made = new Map<number, ItemContext>();
  let links: ItemLinks | null = null;
  const related = ({ role, position }: ItemLink): RelatedItem => ({
    role,
    position,
    item: objectOf(items[position]) ?? {},
    onJump: () => onJump(position),
  });
  function make(position: number): ItemContext {
    const partnerAt = pairs.get(position);
    const partner = partnerAt === undefined ? undefined : items[partnerAt];
    const hasPartner = partnerAt !== undefined && isJsonObject(partner);
    return {
      ...shared,
      position,
      partner: hasPartner ? { position: partnerAt, item: partner, onJump: () => onJump(partnerAt) } : null,
      get related() {
        links ??= linkItems(items);
        return (links.get(position) ?? []).map(related);
      },
    };
  }
  return (position) => {
    const context = made.get(position) ?? make(position);
    made.set(position, context);
    return context;
  };
}
