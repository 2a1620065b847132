import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { rangeWords } from '#model/problems/stream-words.ts';

export const sequenceReorder: StreamRule = {
  id: 'sequence-reorder',
  severity: 'error',
  title: 'Events out of order',
  proves: 'An event came behind one with a greater sequence number.',
  suffers: 'Clients append deltas as they come, so that texts and arguments are put together in the wrong order.',
  reference: STREAMING_EVENTS,
  watch: (report) => ({
    onSequence: (fault) => {
      if (fault.kind !== 'reorder') return;
      const { from, to, first, last, behind } = fault;
      report({ text: `${rangeWords(from, to)} came behind ${behind}`, events: first === last ? [first] : [first, last] });
    },
  }),
};
