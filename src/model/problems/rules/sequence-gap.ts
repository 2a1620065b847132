import { formatCount } from '#base/format-number.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { rangeWords } from '#model/problems/stream-words.ts';

export const sequenceGap: StreamRule = {
  id: 'sequence-gap',
  severity: 'error',
  title: 'Sequence numbers skipped',
  proves: 'Between two events that came one behind the other there are sequence numbers that no event has: events were made and not sent.',
  suffers:
    'What these events told is lost: pieces of texts and arguments, whole items. Clients that check the numbers drop the connection, or resume again and again.',
  reference: STREAMING_EVENTS,
  watch: (report) => ({
    onSequence: (fault) => {
      if (fault.kind !== 'gap') return;
      const { from, to, before, at } = fault;
      report({ text: `${rangeWords(from, to)} never came: ${formatCount(to - from + 1, 'event')} missing`, events: [before, at] });
    },
  }),
};
