import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { isOrAre, rangeWords } from '#model/problems/stream-words.ts';

/** What a resumed connection brings once more is none of these: the number it was asked from may be older than the last that came. */
export const sequenceDuplicate: StreamRule = {
  id: 'sequence-duplicate',
  severity: 'warning',
  title: 'Event sent twice',
  proves: 'An event came again on the same connection, with the same sequence number and the same content.',
  suffers: 'Clients that append every delta show its text twice, and send broken arguments to their tools.',
  reference: STREAMING_EVENTS,
  watch: (report) => ({
    onSequence: (fault) => {
      if (fault.kind !== 'duplicate') return;
      const { from, to, first, last } = fault;
      report({ text: `${rangeWords(from, to)} ${isOrAre(from, to)} sent twice`, events: first === last ? [first] : [first, last] });
    },
  }),
};
