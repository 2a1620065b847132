import { isJsonObject, objectOf, type JsonArray } from '#base/json.ts';
import { linkItems, type ItemLink } from '#model/item-links.ts';
import { pairCalls } from '#model/pair-calls.ts';
import type { ItemContext, RelatedItem } from './item-definition.ts';

type ItemThread = Pick<ItemContext, 'position' | 'partner'> & { readonly related: readonly RelatedItem[] };

/** Where each item of a list stands, and the items it belongs to: what every list of items can say. `onJump` shows an item. */
export function itemThreads(items: JsonArray, onJump: (position: number) => void): readonly ItemThread[] {
  const pairs = pairCalls(items);
  const links = linkItems(items);
  const relatedTo = ({ role, position }: ItemLink): RelatedItem => ({
    role,
    position,
    item: objectOf(items[position]) ?? {},
    onJump: () => onJump(position),
  });
  return items.map((_, position) => {
    const partnerAt = pairs.get(position);
    const partner = partnerAt === undefined ? undefined : items[partnerAt];
    const hasPartner = partnerAt !== undefined && isJsonObject(partner);
    return {
      position,
      related: (links.get(position) ?? []).map(relatedTo),
      partner: hasPartner ? { position: partnerAt, item: partner, onJump: () => onJump(partnerAt) } : null,
    };
  });
}
