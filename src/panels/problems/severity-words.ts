import { formatCount } from '#base/format-number.ts';
import type { Problem, Severity } from '#model/problems/problem.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export const GROUP_TITLES: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', info: 'Notes' };

const NOUNS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

/** "2 errors, 1 warning, 3 notes"; what there is none of is not said. */
export function countWords(problems: readonly Problem[]): string {
  return SEVERITIES.flatMap((severity) => {
    const count = problems.filter(({ rule }) => rule.severity === severity).length;
    return count === 0 ? [] : [formatCount(count, ...NOUNS[severity])];
  }).join(', ');
}
