import { formatDotPath } from '#base/json-path-text.ts';
import { stringOf } from '#base/json.ts';
import { whereJsonBreaks } from '#model/problems/json-text.ts';
import { isWhole, itemsIn } from '#model/problems/response-places.ts';
import { FUNCTION_CALLING } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';

/** The arguments of a custom tool are free text, those of a tool search an object. */
const HAVE_JSON: ReadonlySet<string> = new Set(['function_call', 'mcp_call', 'mcp_approval_request']);

export const argumentsNotJson: ResponseRule = {
  id: 'arguments-not-json',
  severity: 'error',
  title: 'Arguments are not JSON',
  proves: 'The arguments of a completed call do not parse as JSON.',
  suffers: 'Clients parse the arguments before they run the tool, and throw.',
  reference: FUNCTION_CALLING,
  *check(subject) {
    for (const placed of itemsIn(subject)) {
      const text = HAVE_JSON.has(placed.type) ? stringOf(placed.item['arguments']) : null;
      // No arguments at all are commonly sent as an empty text, which clients take for the empty object.
      if (text !== null && text.trim() !== '' && isWhole(placed, subject)) {
        const breaks = yield* whereJsonBreaks(text);
        const path = [...placed.path, 'arguments'];
        const name = stringOf(placed.item['name']) ?? placed.type;
        if (breaks !== null) yield { text: `${formatDotPath(path)} of ${name} ${breaks}`, paths: [path], outputIndex: placed.outputIndex };
      }
      yield null;
    }
  },
};
