import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatEventFrame } from '#protocol/event-stream.ts';
import { RESPONSE_RULES, STREAM_RULES } from '#model/problems/problem-rules.ts';
import type { Problem } from '#model/problems/problem.ts';
import { problemsIn, recordBody, recordText } from '#testing/mutations/subjects.ts';
import type { ParsedBody } from './parse-corpus.ts';
import { readQuirks, type Quirks } from './quirks.ts';
import type { NameCounts } from './unknown-names.ts';

export type CheckedCorpus = {
  /** By severity and id of a rule: in how many recordings it finds something. */
  readonly found: NameCounts;
  readonly problems: readonly string[];
};

/**
 * Puts every recording through all rules about problems. An error or a warning has to be one that `quirks.md` speaks of, and what that
 * says is wrong has to be reported by the right rule.
 */
export function checkCorpus(corpus: string, responses: readonly ParsedBody[]): CheckedCorpus {
  const quirks = readQuirks(corpus);
  const found: NameCounts = new Map([...STREAM_RULES, ...RESPONSE_RULES].map(({ id, severity }) => [`${severity} ${id}`, 0]));
  const problems = [...quirks.problems];
  const check = (file: string, reported: readonly Problem[]) => {
    for (const { rule } of reported) found.set(nameOf(rule), (found.get(nameOf(rule)) ?? 0) + 1);
    problems.push(...disagreementsOf(file, reported, quirks));
  };
  for (const file of readdirSync(join(corpus, 'streams')).toSorted())
    check(`streams/${file}`, problemsIn(recordText(textIn(join(corpus, 'streams', file)))));
  for (const { body, response } of responses) check(`responses/${body.id}.json`, problemsIn(recordBody(body.text, response)));
  return { found, problems };
}

function nameOf({ severity, id }: Problem['rule']): string {
  return `${severity} ${id}`;
}

function disagreementsOf(file: string, reported: readonly Problem[], quirks: Quirks): readonly string[] {
  const ids = new Set(reported.map(({ rule }) => rule.id));
  const unexpected = reported.filter((problem) => problem.rule.severity !== 'info' && !quirks.isNamed(file, problem));
  return [
    ...unexpected.map(
      ({ rule, count, findings }) => `${file}: ${nameOf(rule)} ×${count}, of which quirks.md says nothing: ${findings[0]?.text}`,
    ),
    ...[...quirks.demandedOf(file)]
      .filter((id) => !ids.has(id))
      .map((id) => `${file}: quirks.md speaks of it, and ${id} does not report it`),
  ];
}

/** The text of a stream; events that were kept one per line are written as frames. */
function textIn(path: string): string {
  const text = readFileSync(path, 'utf8');
  if (!path.endsWith('.jsonl')) return text;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((data) => formatEventFrame({ event: null, id: null, data })).join('');
}
