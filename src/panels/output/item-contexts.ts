import { arrayOf, numberOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { givenTools } from '#model/given-tools.ts';
import { isUnfinished } from '#protocol/response-fields.ts';
import { itemContextsOf, type ContextAt, type ItemsElsewhere, type ItemStates } from '#items/item-threads.ts';

/** What the stream of a response tells of its items, and whether it has ended: then nothing is waited for, whatever the response says. */
type StreamedItems = ItemStates & { readonly hasEnded: boolean };

/** What each item of `output` may know beyond itself, by position; `input` where that is here already. */
export function itemContexts(
  response: JsonObject,
  onJump: (position: number) => void,
  input: ItemsElsewhere | null = null,
  streamed: StreamedItems = NOT_STREAMED,
): ContextAt {
  const items = arrayOf(response['output']);
  const details = objectOf(objectOf(response['usage'])?.['output_tokens_details']);
  const format = stringOf(objectOf(objectOf(response['text'])?.['format'])?.['type']);
  const shared = {
    reasoningTokens: numberOf(details?.['reasoning_tokens']),
    reasoningItems: items.filter((item) => objectOf(item)?.['type'] === 'reasoning').length,
    expectsJson: format === 'json_schema' || format === 'json_object',
    isUnfinished: !streamed.hasEnded && isUnfinished(stringOf(response['status'])),
    tools: givenTools(response),
  };
  return itemContextsOf(items, shared, onJump, input, streamed);
}

const NOT_STREAMED: StreamedItems = { states: [], isLive: false, hasEnded: false };
