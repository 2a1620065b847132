import { arrayOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { pairCalls } from '#model/pair-calls.ts';
import { hasEnded, itemsIn, nameOf, type PlacedItem } from '#model/problems/response-places.ts';
import { FUNCTION_CALLING } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';

/** Calls that the client has to carry out, and what it sends back for them. All others are carried out by the server. */
const ANSWERED_BY: Readonly<Record<string, string>> = {
  function_call: 'function_call_output',
  custom_tool_call: 'custom_tool_call_output',
  computer_call: 'computer_call_output',
  local_shell_call: 'local_shell_call_output',
  apply_patch_call: 'apply_patch_call_output',
  shell_call: 'shell_call_output',
  tool_search_call: 'tool_search_output',
  mcp_approval_request: 'mcp_approval_response',
};

export const callWithoutOutput: ResponseRule = {
  id: 'call-without-output',
  severity: 'info',
  title: 'Call waits for its output',
  proves: 'The model called a tool that the client runs, and the response ended there, as it should.',
  suffers: 'Nothing, once the output is sent. The next request is refused without it.',
  reference: FUNCTION_CALLING,
  *check(subject) {
    if (!hasEnded(subject)) return;
    const pairs = pairCalls(arrayOf(subject.response['output']));
    for (const placed of itemsIn(subject)) {
      const answer = answerOf(placed);
      if (answer !== null && !pairs.has(placed.position) && !isCutOff(placed.item, subject.response)) {
        const { item, path, type, outputIndex } = placed;
        const key =
          type === 'mcp_approval_request'
            ? `approval_request_id ${stringOf(item['id']) ?? ''}`
            : `call_id ${stringOf(item['call_id']) ?? ''}`;
        yield {
          text: `${nameOf(placed)} has no output here: send ${answer} with ${key}`.trimEnd(),
          paths: [path],
          outputIndex,
        };
      }
      yield null;
    }
  },
};

function answerOf({ type, item }: PlacedItem): string | null {
  const answer = Object.hasOwn(ANSWERED_BY, type) ? ANSWERED_BY[type] : undefined;
  if (answer === undefined) return null;
  if (type === 'tool_search_call' && item['execution'] !== 'client') return null;
  if (type === 'shell_call' && objectOf(item['environment'])?.['type'] !== 'local') return null;
  return answer;
}

/** A call that broke off is not meant to be carried out; one that is left in progress is, as those that programs make. */
function isCutOff(item: JsonObject, response: JsonObject): boolean {
  const status = item['status'] ?? response['status'];
  return status === 'incomplete' || status === 'failed' || status === 'cancelled';
}
