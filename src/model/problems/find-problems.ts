import type { JsonObject } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import type { Finding, Problem } from './problem.ts';
import { RESPONSE_RULES, STREAM_RULES } from './problem-rules.ts';
import { bySeverity } from './problems-in-view.ts';
import type { FindingDraft, ResponseRule, ResponseSubject } from './rule.ts';

/** More findings of one rule are counted and not kept. */
const MOST_FINDINGS = 100;

/**
 * Everything that is wrong with a recording: what rules found in its events, and what they find in its Response, the worst first and else
 * in the order of the registry. `stored` is the same response retrieved as a whole, or null. Yields wherever it may be interrupted: after
 * about a millisecond of work; a caller that wants the problems at once runs it through.
 */
export function* findProblems(recording: Recording, stored: JsonObject | null): Generator<null, readonly Problem[]> {
  const found: Problem[] = recording.kind === 'stream' ? [...recording.checked] : [];
  const subject: ResponseSubject = { recording, response: recording.response, stored };
  for (const rule of RESPONSE_RULES) {
    const problem = yield* runRule(rule, subject);
    if (problem !== null) found.push(problem);
  }
  const order = [...STREAM_RULES, ...RESPONSE_RULES].map(({ id }) => id);
  return bySeverity(found.toSorted((one, other) => order.indexOf(one.rule.id) - order.indexOf(other.rule.id)));
}

function* runRule(rule: ResponseRule, subject: ResponseSubject): Generator<null, Problem | null> {
  const findings: Finding[] = [];
  let count = 0;
  for (const draft of rule.check(subject)) {
    if (draft === null) {
      yield null;
      continue;
    }
    count += 1;
    if (count <= MOST_FINDINGS) findings.push(whole(draft));
  }
  yield null;
  return count === 0 ? null : { rule, count, findings };
}

function whole(draft: FindingDraft): Finding {
  return { events: [], paths: [], outputIndex: null, texts: null, ...draft };
}
