import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { SeenEvent, StreamRule } from '#model/problems/rule.ts';
import { itemWords } from '#model/problems/stream-words.ts';

/** Lists of tools come late from OpenAI itself, and nobody waits for them. A response that failed or was cancelled may leave items open; one that was cut off has them done as `incomplete`. */
export const itemNeverClosed: StreamRule = {
  id: 'item-never-closed',
  severity: 'error',
  title: 'Item never closed',
  proves: 'An item was added and never done, although the response came to its end.',
  suffers:
    'Clients that act on `response.output_item.done` never run the call or show the message; the stream helpers of the official SDKs throw at the end.',
  reference: STREAMING_EVENTS,
  watch: (report, { items }) => {
    function check({ index }: SeenEvent) {
      for (const item of items()) {
        const { addedAt, doneAt, type, outputIndex } = item;
        if (addedAt === null || doneAt !== null || type === 'mcp_list_tools') continue;
        report({ text: `${itemWords(item)} was added and never done`, events: [addedAt, index], outputIndex });
      }
    }
    return { on: { 'response.completed': check, 'response.incomplete': check } };
  },
};
