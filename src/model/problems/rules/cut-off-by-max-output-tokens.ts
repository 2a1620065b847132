import { formatCount, formatNumber } from '#base/format-number.ts';
import { numberOf, objectOf, stringOf, type JsonPath } from '#base/json.ts';
import { itemsIn } from '#model/problems/response-places.ts';
import { REASONING } from '#model/problems/rule-references.ts';
import type { FindingDraft, ResponseRule, ResponseSubject } from '#model/problems/rule.ts';
import { readUsage } from '#model/usage.ts';

const LIMIT: JsonPath = ['max_output_tokens'];
const REASON: JsonPath = ['incomplete_details', 'reason'];
const OUTPUT: JsonPath = ['usage', 'output_tokens'];

/** Info: the server did what it was asked to do. */
export const cutOffByMaxOutputTokens: ResponseRule = {
  id: 'cut-off-by-max-output-tokens',
  severity: 'info',
  title: 'Cut off by max_output_tokens',
  proves: 'The model reached max_output_tokens before it was done. Reasoning counts towards that limit, too.',
  suffers: 'The answer breaks off, JSON in it is incomplete, and sometimes there is nothing but reasoning. A higher limit helps.',
  reference: REASONING,
  *check(subject) {
    const { response } = subject;
    const reason = stringOf(objectOf(response['incomplete_details'])?.['reason']);
    const finding = reason === 'max_output_tokens' ? cutOff(subject) : silentlyCutOff(subject);
    if (finding !== null) yield finding;
  },
};

function cutOff(subject: ResponseSubject): FindingDraft {
  const { limit, made, thought } = figures(subject);
  const items = itemsIn(subject);
  const last = items.findLast(({ item }) => item['status'] === 'incomplete') ?? null;
  const isSilent = items.every(({ type }) => type === 'reasoning');
  const share =
    thought === null || thought === 0
      ? ''
      : thought === made
        ? ', all of them for reasoning'
        : `, ${formatNumber(thought)} of them for reasoning`;
  const after = made === null ? '' : ` after ${formatCount(made, 'token')}${share}`;
  const bound = limit === null ? '' : `; max_output_tokens is ${formatNumber(limit)}`;
  return {
    text: `the output was cut off${after}${bound}${isSilent ? '; there is no answer' : ''}`,
    paths: [REASON, ...(limit === null ? [] : [LIMIT]), ...(made === null ? [] : [OUTPUT]), ...(last === null ? [] : [last.path])],
    outputIndex: last?.outputIndex ?? null,
  };
}

/** Some servers call an answer complete that the limit cut off; of those, some do not count reasoning towards it. */
function silentlyCutOff(subject: ResponseSubject): FindingDraft | null {
  const { limit, made, thought } = figures(subject);
  if (subject.response['status'] !== 'completed' || limit === null || made === null || limit === 0) return null;
  const isSpent = made === limit || made - (thought ?? 0) === limit;
  return isSpent
    ? {
        text: `status is completed, but max_output_tokens is used up to the last of its ${formatCount(limit, 'token')}: the answer is probably cut off`,
        paths: [['status'], OUTPUT, LIMIT],
      }
    : null;
}

function figures({ response }: ResponseSubject) {
  const usage = readUsage(response);
  return { limit: numberOf(response['max_output_tokens']), made: usage?.output ?? null, thought: usage?.reasoning ?? null };
}
