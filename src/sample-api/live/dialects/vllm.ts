import { arrayOf, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import type { EventDraft } from '#sample-api/event-writing/item-events.ts';
import type { Dialect } from '#sample-api/live/dialect.ts';
import { isTerminal, renamed, withChanged } from './change-draft.ts';

/** vLLM: parts of the reasoning under another name, the parts of the message counted on from there; other item IDs and no status in the end. */
export const vllm: Dialect = {
  rewrite: (draft) => {
    if (isTerminal(draft))
      return [withChanged(draft, 'response', (response) => ({ ...response, output: arrayOf(response['output']).map(finalItem) }))];
    const isReasoning = draft.fields['output_index'] === 0;
    return [isReasoning ? renamed(draft, 'content_part.', 'reasoning_part.') : countedOn(draft)];
  },
};

function countedOn(draft: EventDraft): EventDraft {
  return draft.fields['content_index'] === 0 ? { ...draft, fields: { ...draft.fields, content_index: 1 } } : draft;
}

function finalItem(item: JsonValue, index: number): JsonValue {
  if (!isJsonObject(item)) return item;
  const final: JsonObject = { ...item, id: `${stringOf(item['id'])?.split('_')[0]}_f1na1${index}c0ffee` };
  return 'status' in final ? { ...final, status: null } : final;
}
