import { formatDotPath } from '#base/json-path-text.ts';
import { stringOf } from '#base/json.ts';
import { REASONING } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { watchTerminal } from '#model/problems/terminal-comparison.ts';

/** Info: OpenAI does so with nearly every sealed item. */
export const encryptedAnew: StreamRule = {
  id: 'encrypted-anew',
  severity: 'info',
  title: 'Content encrypted anew',
  proves:
    'Encrypted content of an item differs between response.output_item.done and the final response. Servers encrypt the same content anew for each event.',
  suffers: 'Nothing: either can be sent back. Items cannot be told apart by it.',
  reference: REASONING,
  watch: (report, tracker) =>
    watchTerminal(tracker, ({ items }, event) => {
      for (const { streamed, final, path, differences } of items) {
        const sealed = differences.filter(({ kind }) => kind === 'sealed-anew');
        if (sealed.length === 0) continue;
        const fields = sealed.map((difference) => formatDotPath(difference.path)).join(', ');
        report({
          text: `${formatDotPath(path)} (${stringOf(final['type']) ?? 'no type'}) has another ${fields} in ${event.type} than in response.output_item.done`,
          events: [...(streamed.doneAt === null ? [] : [streamed.doneAt]), event.index],
          paths: sealed.map((difference) => [...path, ...difference.path]),
          outputIndex: streamed.outputIndex,
        });
      }
    }),
};
