import type { Finding, Problem, Severity } from '#model/problems/problem.ts';

/** A problem as a rule would find it; what is not said of a finding is empty, and its text is the ID. */
export function drawProblem(id: string, severity: Severity, ...findings: readonly Partial<Finding>[]): Problem {
  return {
    rule: {
      id,
      severity,
      title: `Title of ${id}`,
      proves: `What ${id} proves.`,
      suffers: `What ${id} costs.`,
      reference: { title: 'The manual', url: 'https://manual.example/streams' },
    },
    count: findings.length,
    findings: findings.map((finding) => ({ text: id, events: [], paths: [], outputIndex: null, texts: null, ...finding })),
  };
}
