import { formatDotPath } from '#base/json-path-text.ts';
import { stringOf } from '#base/json.ts';
import { findTool, givenTools } from '#model/given-tools.ts';
import { isWhole, itemsIn } from '#model/problems/response-places.ts';
import { FUNCTION_CALLING } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';
import { whatDoesNotFit } from '#model/problems/schema-words.ts';

/** The kinds of call whose tools have a schema, and the field that says where the tool was given. */
const CALLS: Readonly<Record<string, { readonly kind: 'function' | 'mcp'; readonly group: string }>> = {
  function_call: { kind: 'function', group: 'namespace' },
  mcp_call: { kind: 'mcp', group: 'server_label' },
  mcp_approval_request: { kind: 'mcp', group: 'server_label' },
};

export const argumentsNotFittingSchema: ResponseRule = {
  id: 'arguments-not-fitting-schema',
  severity: 'warning',
  title: 'Arguments do not fit the schema',
  proves:
    'A call has arguments that the JSON Schema of its tool does not allow. For a strict tool the server guarantees that they fit; for any other the model may stray.',
  suffers: 'The tool gets values it was not written for, or lacks ones it needs.',
  reference: FUNCTION_CALLING,
  *check(subject) {
    const tools = givenTools(subject.response);
    for (const placed of itemsIn(subject)) {
      const call = Object.hasOwn(CALLS, placed.type) ? CALLS[placed.type] : undefined;
      const text = call === undefined ? null : stringOf(placed.item['arguments']);
      if (call !== undefined && text !== null && isWhole(placed, subject)) {
        const name = stringOf(placed.item['name']);
        const tool = findTool(tools, call.kind, name, stringOf(placed.item[call.group]));
        const problem = tool === null ? null : whatDoesNotFit(tool.schema, text);
        const path = [...placed.path, 'arguments'];
        const promise = tool?.tool['strict'] === true ? ', which is strict' : '';
        if (problem !== null)
          yield {
            text: `${formatDotPath(path)} does not fit the schema of ${name ?? 'its tool'}${promise}: ${problem}`,
            paths: [path],
            outputIndex: placed.outputIndex,
          };
      }
      yield null;
    }
  },
};
