import { arrayOf, type JsonArray, type JsonObject } from '#base/json.ts';
import { givenTools } from '#model/given-tools.ts';
import { itemContextsOf, type ContextAt } from '#items/item-threads.ts';

type InputContexts = {
  readonly items: JsonArray;
  /** False while an output may yet come with a later page. */
  readonly isComplete: boolean;
  readonly response: JsonObject;
  readonly onJump: (position: number) => void;
  readonly onJumpToOutput: (position: number) => void;
};

/** What each input item may know beyond itself, by position. */
export function inputContexts({ items, isComplete, response, onJump, onJumpToOutput }: InputContexts): ContextAt {
  // The tokens and the text format of this response say nothing of what earlier turns made. Its tools say something, as long as it is said whose they are.
  const shared = {
    reasoningTokens: null,
    reasoningItems: 0,
    expectsJson: false,
    isUnfinished: !isComplete,
    hasManySpeakers: true,
    tools: givenTools(response).map((tool) => ({ ...tool, source: 'this response' })),
  };
  return itemContextsOf(items, shared, onJump, { items: arrayOf(response['output']), tab: 'Output', onJump: onJumpToOutput });
}
