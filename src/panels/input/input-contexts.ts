import type { JsonArray } from '#base/json.ts';
import { itemContextsOf, type ContextAt } from '#items/item-threads.ts';

/** What each input item may know beyond itself, by position. `isComplete` is false while an output may yet come with a later page. */
export function inputContexts(items: JsonArray, isComplete: boolean, onJump: (position: number) => void): ContextAt {
  // The tokens, the text format and the tools of this response say nothing of what earlier turns made.
  const shared = { reasoningTokens: null, reasoningItems: 0, expectsJson: false, isUnfinished: !isComplete, hasManySpeakers: true };
  return itemContextsOf(items, shared, onJump);
}
