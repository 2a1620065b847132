import { numberOf, objectOf, type JsonPath, type JsonValue } from '#base/json.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { formatNumber } from '#base/format-number.ts';
import { RESPONSE_OBJECT } from '#model/problems/rule-references.ts';
import type { FindingDraft, ResponseRule } from '#model/problems/rule.ts';
import { readUsage, type Usage, type UsageConflict } from '#model/usage.ts';

const INPUT: JsonPath = ['usage', 'input_tokens'];
const OUTPUT: JsonPath = ['usage', 'output_tokens'];
const TOTAL: JsonPath = ['usage', 'total_tokens'];
const CACHED: JsonPath = ['usage', 'input_tokens_details', 'cached_tokens'];
const CACHE_WRITE: JsonPath = ['usage', 'input_tokens_details', 'cache_write_tokens'];
const REASONING: JsonPath = ['usage', 'output_tokens_details', 'reasoning_tokens'];

export const usageDoesNotAddUp: ResponseRule = {
  id: 'usage-does-not-add-up',
  severity: 'warning',
  title: 'Usage does not add up',
  proves: 'The token counts contradict each other: a total that is not the sum, a part larger than its whole, or a count below zero.',
  suffers: 'Whoever counts tokens or money by these numbers gets it wrong, and cannot tell which of them to trust.',
  reference: RESPONSE_OBJECT,
  *check({ response }) {
    const usage = readUsage(response);
    if (usage === null) return;
    for (const path of [INPUT, OUTPUT, TOTAL, CACHED, CACHE_WRITE, REASONING]) {
      const count = countAt(response, path);
      if (count !== null && (count < 0 || !Number.isInteger(count)))
        yield { text: `${formatDotPath(path)} is ${count}, which is no count of tokens`, paths: [path] };
    }
    for (const conflict of usage.conflicts) yield conflictFinding(conflict, usage);
  },
};

function countAt(response: JsonValue | undefined, path: JsonPath): number | null {
  let value = response;
  for (const step of path) value = objectOf(value)?.[step];
  return numberOf(value);
}

function conflictFinding(conflict: UsageConflict, usage: Usage): FindingDraft {
  const [input, output, total] = [usage.input ?? 0, usage.output ?? 0, usage.total ?? 0];
  switch (conflict) {
    case 'total-differs':
      return {
        text: `total_tokens is ${formatNumber(total)}, but ${formatNumber(input)} input and ${formatNumber(output)} output tokens are ${formatNumber(input + output)}`,
        paths: [TOTAL, INPUT, OUTPUT],
      };
    case 'cache-exceeds-input':
      return {
        text: `${formatNumber(usage.cached ?? 0)} cached and ${formatNumber(usage.cacheWrite ?? 0)} cache write tokens are more than the ${formatNumber(input)} input tokens that they are part of`,
        paths: [CACHED, ...(usage.cacheWrite === null ? [] : [CACHE_WRITE]), INPUT],
      };
    case 'reasoning-exceeds-output':
      return {
        text: `${formatNumber(usage.reasoning ?? 0)} reasoning tokens are more than the ${formatNumber(output)} output tokens that they are part of`,
        paths: [REASONING, OUTPUT],
      };
  }
}
