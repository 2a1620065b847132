import { isJsonObject, type JsonArray } from '#base/json.ts';
import { pairCalls } from '#model/pair-calls.ts';
import type { ItemContext } from '#items/item-definition.ts';

/** What each input item may know beyond itself, by position. `isComplete` is false while an output may yet come with a later page. */
export function inputContexts(items: JsonArray, isComplete: boolean, onJump: (position: number) => void): readonly ItemContext[] {
  const pairs = pairCalls(items);
  // The tokens and the text format are those of the output; what earlier turns used is not known here.
  const shared = { reasoningTokens: null, reasoningItems: 0, expectsJson: false, isUnfinished: !isComplete };
  return items.map((_, position) => {
    const partnerAt = pairs.get(position);
    const partner = partnerAt === undefined ? undefined : items[partnerAt];
    const hasPartner = partnerAt !== undefined && isJsonObject(partner);
    return { ...shared, position, partner: hasPartner ? { position: partnerAt, item: partner, onJump: () => onJump(partnerAt) } : null };
  });
}
