import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { itemWords } from '#model/problems/stream-words.ts';

/** The parts that an event of their own announces. */
const ANNOUNCED = new Set(['content', 'summary']);

export const deltaToUnknownPart: StreamRule = {
  id: 'delta-to-unknown-part',
  severity: 'error',
  title: 'Event for a part that was never added',
  proves:
    'An event told of a part of an item that neither `response.content_part.added` nor `response.reasoning_summary_part.added` announced.',
  suffers: 'The stream helpers of the official SDKs throw; other clients drop the text, or append it to another part.',
  reference: STREAMING_EVENTS,
  watch: (report, { focus, isPart }) => ({
    onEvent: ({ index, type }) => {
      const { item, part, isNewPart, subject } = focus;
      if (!isNewPart || part === null || item === null || subject?.step === 'part-added') return;
      // Of an item that was never added nothing is known, and another rule says so.
      if (!ANNOUNCED.has(part.list) || item.addedAt === null || isPart()) return;
      const place = part.index === null ? `a part of ${part.list}` : `${part.list}[${part.index}]`;
      report({
        text: `${type} is about ${place} of ${itemWords(item)}, which was not added before`,
        events: [index],
        outputIndex: item.outputIndex,
      });
    },
  }),
};
