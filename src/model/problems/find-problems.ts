import type { JsonObject } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import { CHECK_FAILED, createGatheredFindings, failureOf, type GatheredFindings } from './gather-findings.ts';
import type { Problem } from './problem.ts';
import { RESPONSE_RULES, STREAM_RULES } from './problem-rules.ts';
import { bySeverity } from './problems-in-view.ts';
import type { ResponseRule, ResponseSubject } from './rule.ts';

/**
 * Everything that is wrong with a recording: what rules found in its events, and what they find in its Response, the worst first and else
 * in the order of the registry. `stored` is the same response retrieved as a whole, or null. Yields wherever it may be interrupted: after
 * about a millisecond of work; a caller that wants the problems at once runs it through.
 */
export function* findProblems(recording: Recording, stored: JsonObject | null): Generator<null, readonly Problem[]> {
  const found: Problem[] = recording.kind === 'stream' ? [...recording.checked] : [];
  const subject: ResponseSubject = { recording, response: recording.response, stored };
  const failures = createGatheredFindings(CHECK_FAILED);
  for (const rule of RESPONSE_RULES) {
    const problem = yield* runRule(rule, subject, failures);
    if (problem !== null) found.push(problem);
  }
  return bySeverity(withFailures(found, failures.problem()).toSorted((one, other) => placeOf(one) - placeOf(other)));
}

function* runRule(rule: ResponseRule, subject: ResponseSubject, failures: GatheredFindings): Generator<null, Problem | null> {
  const findings = createGatheredFindings(rule);
  try {
    for (const draft of rule.check(subject)) {
      if (draft === null) yield null;
      else findings.add(draft);
    }
  } catch (error) {
    failures.add(failureOf(rule, error));
  }
  yield null;
  return findings.problem();
}

const ORDER = [...STREAM_RULES, ...RESPONSE_RULES, CHECK_FAILED].map(({ id }) => id);

function placeOf({ rule }: Problem): number {
  return ORDER.indexOf(rule.id);
}

/** One entry for all checks that broke, whether they looked at events or at the Response. */
function withFailures(found: readonly Problem[], failures: Problem | null): readonly Problem[] {
  if (failures === null) return found;
  const before = found.find(({ rule }) => rule === CHECK_FAILED);
  const count = failures.count + (before?.count ?? 0);
  const all: Problem = { rule: CHECK_FAILED, count, findings: [...(before?.findings ?? []), ...failures.findings] };
  return [...found.filter((problem) => problem !== before), all];
}
