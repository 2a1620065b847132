import { isKnownEventType } from '#protocol/event-types.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';

/** Signs of life and events of other protocols change nothing of a response, wherever they stand. */
const HARMLESS: ReadonlySet<string> = new Set(['keepalive', 'ping', 'response.metadata']);

export const afterTerminal: StreamRule = {
  id: 'after-terminal',
  severity: 'warning',
  title: 'Events behind the terminal event',
  proves: 'The stream went on behind the event that ends the response.',
  suffers: 'Most clients stop reading at the terminal event and never see these; the others change a response that they have handed out.',
  reference: STREAMING_EVENTS,
  watch: (report, { terminalAt }) => {
    let ending = '';
    return {
      onEvent: ({ index, type }) => {
        const end = terminalAt();
        if (end === null) return;
        if (index === end) ending = type;
        else if (isKnownEventType(type) && !HARMLESS.has(type)) report({ text: `${type} came behind ${ending}`, events: [end, index] });
      },
    };
  },
};
