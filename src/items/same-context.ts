import type { ItemContext, LinkedItem, RelatedItem } from './item-definition.ts';

/**
 * True when two contexts of the same position say the same, so that what was drawn with the one need not be drawn again with the other.
 * Linked items count by identity: an item that changed is another object. Which function jumps to one does not count.
 */
export function isSameContext(one: ItemContext, other: ItemContext): boolean {
  const { partner, related = [], ...rest } = one;
  const { partner: otherPartner, related: otherRelated = [], ...otherRest } = other;
  return isSameLink(partner, otherPartner) && haveSameLinks(related, otherRelated) && haveSameValues(rest, otherRest);
}

function haveSameValues(one: object, other: object): boolean {
  const names = Object.keys(one);
  const values: ReadonlyMap<string, unknown> = new Map(Object.entries(other));
  return (
    names.length === values.size && Object.entries(one).every(([name, value]) => values.has(name) && Object.is(values.get(name), value))
  );
}

function haveSameLinks(ones: readonly RelatedItem[], others: readonly RelatedItem[]): boolean {
  return (
    ones.length === others.length &&
    ones.every((one, index) => {
      const other = others[index];
      return other !== undefined && one.role === other.role && isSameLink(one, other);
    })
  );
}

function isSameLink(one: LinkedItem | null, other: LinkedItem | null): boolean {
  if (one === null || other === null) return one === other;
  return one.item === other.item && one.position === other.position && one.tab === other.tab;
}
