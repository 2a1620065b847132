import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';

export const sequenceReset: StreamRule = {
  id: 'sequence-reset',
  severity: 'error',
  title: 'Sequence numbers start over',
  proves: 'In the middle of a response the sequence numbers went back to ones that other events have already.',
  suffers:
    'Clients that leave out what they have seen drop the events behind the reset. Nobody can resume: `starting_after` no longer names one place.',
  reference: STREAMING_EVENTS,
  watch: (report) => ({
    onSequence: (fault) => {
      if (fault.kind !== 'reset') return;
      const { from, to, before, at } = fault;
      report({ text: `the number ${to} follows ${from}, and another event has had it`, events: [before, at] });
    },
  }),
};
