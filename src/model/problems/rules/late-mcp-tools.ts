import { formatCount } from '#base/format-number.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { arrayOf, stringOf } from '#base/json.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';
import { isLateTools, watchTerminal } from '#model/problems/terminal-comparison.ts';

/** Info: OpenAI does so when it asks several MCP servers at once. */
export const lateMcpTools: StreamRule = {
  id: 'late-mcp-tools',
  severity: 'info',
  title: 'MCP tools only in the final response',
  proves: 'The tools of an MCP server appear only in the event that ends the response, not in the events of the item that lists them.',
  suffers: 'Clients that use items as soon as they are done see no tools of that server until the end.',
  reference: STREAMING_EVENTS,
  watch: (report, tracker) =>
    watchTerminal(tracker, ({ items }, event) => {
      for (const item of items) {
        if (!isLateTools(item)) continue;
        const { streamed, final, path } = item;
        const before = streamed.doneAt === null ? 'the item was never done' : 'response.output_item.done has none';
        report({
          text: `${formatDotPath(path)} lists ${formatCount(arrayOf(final['tools']).length, 'tool')} of ${stringOf(final['server_label']) ?? 'a server'} in ${event.type}, but ${before}`,
          events: [streamed.doneAt ?? streamed.firstAt, event.index],
          paths: [[...path, 'tools']],
          outputIndex: streamed.outputIndex,
        });
      }
    }),
};
