import { arrayOf, isJsonObject, numberOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { givenTools } from '#model/given-tools.ts';
import { linkItems, type ItemLink } from '#model/item-links.ts';
import { pairCalls } from '#model/pair-calls.ts';
import { isUnfinished } from '#protocol/response-fields.ts';
import type { ItemContext, RelatedItem } from '#items/item-definition.ts';

/** What each item of `output` may know beyond itself, by position. */
export function itemContexts(response: JsonObject, onJump: (position: number) => void): readonly ItemContext[] {
  const items = arrayOf(response['output']);
  const pairs = pairCalls(items);
  const links = linkItems(items);
  const details = objectOf(objectOf(response['usage'])?.['output_tokens_details']);
  const format = stringOf(objectOf(objectOf(response['text'])?.['format'])?.['type']);
  const shared = {
    reasoningTokens: numberOf(details?.['reasoning_tokens']),
    reasoningItems: items.filter((item) => objectOf(item)?.['type'] === 'reasoning').length,
    expectsJson: format === 'json_schema' || format === 'json_object',
    isUnfinished: isUnfinished(stringOf(response['status'])),
    tools: givenTools(response),
  };
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
    const related = (links.get(position) ?? []).map(relatedTo);
    return {
      ...shared,
      position,
      related,
      partner: hasPartner ? { position: partnerAt, item: partner, onJump: () => onJump(partnerAt) } : null,
    };
  });
}
