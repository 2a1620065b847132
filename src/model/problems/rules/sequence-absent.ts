import { formatNumber } from '#base/format-number.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';

/** Info: whole servers do without, and OpenAI did until May 2025. */
export const sequenceAbsent: StreamRule = {
  id: 'sequence-absent',
  severity: 'info',
  title: 'No sequence numbers',
  proves: 'No event of the stream has a `sequence_number`.',
  suffers: 'A stream that breaks cannot be resumed behind its last event, and nobody can tell whether an event was lost.',
  reference: STREAMING_EVENTS,
  watch: (report) => ({
    onSequence: (fault) => {
      if (fault.kind !== 'absent') return;
      const { first, count } = fault;
      report({
        text: count === 1 ? 'the only event has no number' : `none of ${formatNumber(count)} events has a number`,
        events: [first],
      });
    },
  }),
};
