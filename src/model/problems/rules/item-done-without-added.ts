import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { itemWords } from '#model/problems/stream-words.ts';

export const itemDoneWithoutAdded: StreamRule = {
  id: 'item-done-without-added',
  severity: 'error',
  title: 'Item done without being added',
  proves: '`response.output_item.done` came for an item that no `response.output_item.added` announced.',
  suffers: 'Clients look the item up by its place and find none: the stream helpers of the official SDKs throw, others drop the item.',
  reference: STREAMING_EVENTS,
  watch: (report, { focus, isPart }) => ({
    on: {
      'response.output_item.done': ({ index }) => {
        const { item } = focus;
        if (item === null || item.addedAt !== null || item.doneAt !== index || isPart()) return;
        report({ text: `${itemWords(item)} was done and never added`, events: [index], outputIndex: item.outputIndex });
      },
    },
  }),
};
