import { formatCount } from '#base/format-number.ts';
import { objectOf, type JsonObject } from '#base/json.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { SeenEvent, StreamRule } from '#model/problems/rule.ts';
import { outputOf } from '#model/problems/terminal-comparison.ts';

export const terminalOutputEmpty: StreamRule = {
  id: 'terminal-output-empty',
  severity: 'error',
  title: 'Final output empty though items were streamed',
  proves: 'The event that ends the response carries an empty output, or none, although items were done before it.',
  suffers: 'Clients that take the final response as the whole result show no answer and run no calls.',
  reference: STREAMING_EVENTS,
  watch(report, tracker) {
    const hear = (event: SeenEvent) => {
      const response = objectOf(event.json['response']);
      if (tracker.terminalAt() !== event.index || response === null || outputOf(event).length > 0) return;
      const done = tracker.items().filter(({ doneAt }) => doneAt !== null);
      if (done.length === 0) return;
      const types = [...new Set(done.map(({ type }) => type ?? 'item'))].join(', ');
      report({
        text: `${event.type} has ${inWords(response)}, but ${formatCount(done.length, 'item')} ${done.length === 1 ? 'was' : 'were'} done before it: ${types}`,
        events: [...done.slice(0, MOST_CITED).flatMap(({ doneAt }) => doneAt ?? []), event.index],
        paths: [['output']],
      });
    };
    // A response that failed or was cancelled may be told without what it had made.
    return { on: { 'response.completed': hear, 'response.incomplete': hear } };
  },
};

/** More events prove it no better. */
const MOST_CITED = 5;

function inWords(response: JsonObject): string {
  if (!Object.hasOwn(response, 'output')) return 'no output';
  return response['output'] === null ? 'output null' : 'an empty output';
}
