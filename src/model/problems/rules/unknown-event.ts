import { isKnownEventType } from '#protocol/event-types.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';

/** Info, and once for each type: servers may add events, and clients should pass over what they do not know. */
export const unknownEvent: StreamRule = {
  id: 'unknown-event',
  severity: 'info',
  title: 'Unknown event',
  proves: 'The stream has events of a type that no server known to this viewer sends.',
  suffers: 'Lenient clients pass these events over, strict ones throw. What they tell is in the Stream tab only.',
  reference: STREAMING_EVENTS,
  watch: (report) => {
    const told = new Set<string>();
    return {
      onEvent: ({ type, index }) => {
        if (isKnownEventType(type) || told.has(type)) return;
        told.add(type);
        report({ text: `${type} is no event of the Responses API`, events: [index] });
      },
    };
  },
};
