import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';

/** A connection that the network or the reader ended says nothing of the server. */
export const noTerminalEvent: StreamRule = {
  id: 'no-terminal-event',
  severity: 'error',
  title: 'No terminal event',
  proves: 'The stream closed without `response.completed`, `response.incomplete`, `response.failed` or `response.cancelled`.',
  suffers: 'Clients that wait for the final response get none: they throw, wait for ever, or take what came so far for the whole answer.',
  reference: STREAMING_EVENTS,
  watch: (report, { terminalAt }) => {
    let lastIndex = -1;
    let lastType = '';
    return {
      onEvent: ({ index, type }) => {
        lastIndex = index;
        lastType = type;
      },
      end: (_, how) => {
        if (how === 'lost' || lastIndex === -1 || terminalAt() !== null) return;
        report({ text: `the stream ended behind ${lastType}`, events: [lastIndex] });
      },
    };
  },
};
