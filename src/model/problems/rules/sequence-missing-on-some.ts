import { formatCount } from '#base/format-number.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';

export const sequenceMissingOnSome: StreamRule = {
  id: 'sequence-missing-on-some',
  severity: 'warning',
  title: 'Sequence number missing on some events',
  proves: 'Some events have a `sequence_number` and others, of types that must have one, have none.',
  suffers:
    'Clients whose types require the number reject these events; others cannot resume behind them, nor tell whether they came twice.',
  reference: STREAMING_EVENTS,
  watch: (report) => ({
    onSequence: (fault) => {
      if (fault.kind !== 'without') return;
      const { first, last, count } = fault;
      const text = `${formatCount(count, 'event')} without a sequence number in a stream that counts its events`;
      report({ text, events: first === last ? [first] : [first, last] });
    },
  }),
};
