import { stringOf } from '#base/json.ts';
import { WITHOUT_TYPE } from '#protocol/stream-event.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';

export const eventTypeMissing: StreamRule = {
  id: 'event-type-missing',
  severity: 'error',
  title: 'Event without a type',
  proves: 'The JSON of an event has no `type`.',
  suffers: 'Clients choose by `type` what to do with an event: official SDKs, which do not read the `event:` line, pass it over.',
  reference: STREAMING_EVENTS,
  watch: (report) => ({
    onEvent: ({ json, index, type }) => {
      if (stringOf(json['type'])) return;
      report({ text: `only the event: line says that it is ${type}`, events: [index] });
    },
    onOther: (event, index) => {
      if (event.kind === 'unreadable' && event.problem === WITHOUT_TYPE)
        report({ text: 'nothing says what the event is', events: [index] });
    },
  }),
};
