import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { itemWords } from '#model/problems/stream-words.ts';

/** How far a response or an item has come. */
const RANKS: Readonly<Record<string, number>> = {
  'response.queued': 1,
  'response.in_progress': 2,
  in_progress: 0,
  searching: 1,
  interpreting: 1,
  generating: 1,
  completed: 2,
  failed: 2,
};

const RESPONSE_STATUS = ['response.queued', 'response.in_progress'] as const;

/** What comes before the beginning of a response, or behind its end, is the business of other rules. */
export const statusBackwards: StreamRule = {
  id: 'status-backwards',
  severity: 'warning',
  title: 'Status goes backwards',
  proves: 'An event says that a response or an item is less far than an earlier event said.',
  suffers: 'Clients show a call as running that is over, and may wait for an end that came already.',
  reference: STREAMING_EVENTS,
  watch: (report, { focus, terminalAt }) => {
    let last = '';
    let lastAt = -1;
    const hearResponse = ({ index, type }: { readonly index: number; readonly type: string }) => {
      if (terminalAt() !== null) return;
      if ((RANKS[last] ?? -1) > (RANKS[type] ?? 0)) report({ text: `${type} came behind ${last}`, events: [lastAt, index] });
      last = type;
      lastAt = index;
    };
    return {
      on: Object.fromEntries(RESPONSE_STATUS.map((type) => [type, hearResponse])),
      onEvent: ({ index }) => {
        const { item, subject, statusBefore, statusBeforeAt } = focus;
        if (item === null || subject === null) return;
        const status = subject.status ?? '';
        if (statusBefore === null || (RANKS[statusBefore] ?? -1) <= (RANKS[status] ?? Infinity)) return;
        report({
          text: `${itemWords(item)} was ${statusBefore} and is ${status} again`,
          events: [...(statusBeforeAt === null ? [] : [statusBeforeAt]), index],
          outputIndex: item.outputIndex,
        });
      },
    };
  },
};
