import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { itemWords } from '#model/problems/stream-words.ts';

export const deltaToUnknownItem: StreamRule = {
  id: 'delta-to-unknown-item',
  severity: 'error',
  title: 'Event for an item that was never added',
  proves:
    'An event told of an item that no `response.output_item.added` announced: its `output_index` and `item_id` name none of the type.',
  suffers: 'The stream helpers of the official SDKs throw; other clients drop the text, or put it into another item.',
  reference: STREAMING_EVENTS,
  watch: (report, { focus, isPart }) => ({
    onEvent: ({ index, type }) => {
      const { item, isNewItem, subject } = focus;
      if (!isNewItem || item === null || subject?.step === 'item-added' || subject?.step === 'item-done' || isPart()) return;
      report({ text: `${type} is about ${itemWords(item)}, which was not added before`, events: [index], outputIndex: item.outputIndex });
    },
  }),
};
