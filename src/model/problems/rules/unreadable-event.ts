import { WITHOUT_TYPE } from '#protocol/stream-event.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';

/**
 * Data that is no event. The last thing a connection brought may be half of one: that is told once something follows it on the same
 * connection, or the response had ended before.
 */
export const unreadableEvent: StreamRule = {
  id: 'unreadable-event',
  severity: 'error',
  title: 'Event that cannot be read',
  proves: 'The `data` of an event is not a JSON object with a type, but something else.',
  suffers: 'Official SDKs throw in the middle of the stream; others lose the event.',
  reference: STREAMING_EVENTS,
  watch: (report, { terminalAt }) => {
    let pending: { readonly text: string; readonly index: number; readonly connection: number } | null = null;

    function tell() {
      if (pending !== null) report({ text: pending.text, events: [pending.index] });
      pending = null;
    }

    return {
      onOther: (event, index, connection) => {
        if (pending?.connection === connection) tell();
        pending = null;
        if (event.kind === 'unreadable' && event.problem !== WITHOUT_TYPE) pending = { text: event.problem, index, connection };
      },
      onEvent: ({ connection }) => {
        if (pending !== null && pending.connection === connection) tell();
        else pending = null;
      },
      end: () => {
        if (terminalAt() !== null) tell();
      },
    };
  },
};
