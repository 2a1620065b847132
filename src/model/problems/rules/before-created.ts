import { formatCount } from '#base/format-number.ts';
import { isDocumentedEventType } from '#protocol/event-types.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { SeenEvent, StreamRule } from '#model/problems/rule.ts';

/** A stream that was joined half-way begins with any event. An error may come before there is a response. */
export const beforeCreated: StreamRule = {
  id: 'before-created',
  severity: 'error',
  title: 'Event before response.created',
  proves: 'Events told of a response before `response.created` announced it.',
  suffers:
    'The stream helpers of the official SDKs throw at once: their first event must be `response.created`. Other clients lose what came before it.',
  reference: STREAMING_EVENTS,
  watch: (report, { isPart }) => {
    let first: SeenEvent | null = null;
    let count = 0;
    let isCreated = false;

    function tell(end: string) {
      if (first !== null && !isPart())
        report({ text: `${formatCount(count, 'event')} from ${first.type} on came ${end}`, events: [first.index] });
    }

    return {
      onEvent: (event) => {
        if (isCreated || event.type === 'error' || !isDocumentedEventType(event.type)) return;
        if (event.type === 'response.created') {
          tell('before response.created');
          isCreated = true;
        } else {
          first ??= event;
          count += 1;
        }
      },
      end: () => {
        if (!isCreated) tell('without response.created');
      },
    };
  },
};
