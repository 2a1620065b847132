import { formatDotPath } from '#base/json-path-text.ts';
import { objectOf, stringOf } from '#base/json.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { SeenEvent, StreamRule } from '#model/problems/rule.ts';
import { watchTerminal } from '#model/problems/terminal-comparison.ts';

/** Info: several servers do so, and `output_index` links their events all the same. */
export const idsRotate: StreamRule = {
  id: 'ids-rotate',
  severity: 'info',
  title: 'IDs change within the stream',
  proves: 'The response or an item ends with another ID than it had earlier in the stream.',
  suffers:
    'Clients that match deltas to items by item_id lose them; output_index still works. An ID kept from an early event may be unknown to the server later.',
  reference: STREAMING_EVENTS,
  watch(report, tracker) {
    let created: { readonly id: string; readonly event: number } | null = null;
    const watcher = watchTerminal(tracker, ({ items }, event) => {
      const id = idOf(event);
      if (created !== null && id !== null && id !== created.id)
        report({
          text: `the response is ${created.id} in response.created and ${id} in ${event.type}`,
          events: [created.event, event.index],
          paths: [['id']],
        });
      for (const { streamed, final, path, differences } of items) {
        const difference = differences.find((each) => each.kind === 'other-id' && each.path.length === 1);
        if (difference === undefined) continue;
        const [before, after] = [difference.left, difference.right].map((held) => (typeof held === 'string' ? held : 'without an ID'));
        report({
          text: `${formatDotPath(path)} (${stringOf(final['type']) ?? 'no type'}) is ${before} in response.output_item.done and ${after} in ${event.type}`,
          events: [...(streamed.doneAt === null ? [] : [streamed.doneAt]), event.index],
          paths: [[...path, 'id']],
          outputIndex: streamed.outputIndex,
        });
      }
    });
    const hearCreated = (event: SeenEvent) => {
      const id = idOf(event);
      if (id !== null) created ??= { id, event: event.index };
    };
    return { on: { ...watcher.on, 'response.created': hearCreated } };
  },
};

function idOf({ json }: SeenEvent): string | null {
  return stringOf(objectOf(json['response'])?.['id']);
}
