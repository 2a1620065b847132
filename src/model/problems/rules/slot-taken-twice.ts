import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { itemWords } from '#model/problems/stream-words.ts';

export const slotTakenTwice: StreamRule = {
  id: 'slot-taken-twice',
  severity: 'error',
  title: 'Two items in one place',
  proves: '`response.output_item.added` came for an `output_index` that an earlier item has.',
  suffers: 'Deltas are addressed by that index: clients put the text of one item into the other, or lose the first one.',
  reference: STREAMING_EVENTS,
  watch: (report, { focus }) => ({
    on: {
      'response.output_item.added': ({ index }) => {
        const { item, displaced } = focus;
        if (item === null || displaced === null) return;
        const state = displaced.doneAt === null ? ', which was not done' : '';
        report({
          text: `an item of type ${item.type ?? 'unknown'} was added in the place of ${itemWords(displaced)}${state}`,
          events: [displaced.addedAt ?? displaced.firstAt, index],
          outputIndex: item.outputIndex,
        });
      },
    },
  }),
};
