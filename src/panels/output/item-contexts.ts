import { arrayOf, numberOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { givenTools } from '#model/given-tools.ts';
import { isUnfinished } from '#protocol/response-fields.ts';
import { itemContextsOf, type ContextAt, type ItemsElsewhere, type ItemStates } from '#items/item-threads.ts';

/** What each item of `output` may know beyond itself, by position; `input` where that is here already. */
export function itemContexts(
  response: JsonObject,
  onJump: (position: number) => void,
  input: ItemsElsewhere | null = null,
  states?: ItemStates,
): ContextAt {
  const items = arrayOf(response['output']);
  const details = objectOf(objectOf(response['usage'])?.['output_tokens_details']);
  const format = stringOf(objectOf(objectOf(response['text'])?.['format'])?.['type']);
  const shared = {
    reasoningTokens: numberOf(details?.['reasoning_tokens']),
    reasoningItems: items.filter((item) => objectOf(item)?.['type'] === 'reasoning').length,
    expectsJson: format === 'json_schema' || format === 'json_object',
    isUnfinished: isUnfinished(stringOf(response['status'])),
    tools: givenTools(response),
  };
  return itemContextsOf(items, shared, onJump, input, states);
}
