import { RESPONSE_RULES, STREAM_RULES } from '#model/problems/problem-rules.ts';
import type { ProblemRule } from '#model/problems/problem.ts';
import { inProject } from '../project-root.ts';

export const PROBLEMS_DOC = inProject('docs/problems.md');

/** What writes the file again. */
export const RENEWAL = 'npm run problems-doc';

const OPENING = `# Problems

Everything the Problems tab looks for, in the order of the rules. Written by \`${RENEWAL}\` from \`src/model/problems/\`: change it there.

- **error**: a client that goes by the protocol breaks, or shows something false.
- **warning**: some clients do, or it costs somebody.
- **info**, shown as a note: good to know, harmless.
`;

/** The page about all rules, as Markdown. */
export function problemsDoc(): string {
  return [
    OPENING,
    ...section('In the events of a stream', 'They need a recorded stream.', STREAM_RULES),
    ...section(
      'In the Response',
      'Checked when everything is there, on a body as on what the events of a stream add up to; content type and framing need a stream.',
      RESPONSE_RULES,
    ),
  ].join('\n');
}

function section(title: string, about: string, rules: readonly ProblemRule[]): readonly string[] {
  return [`## ${title}\n`, `${about}\n`, ...rules.map(asMarkdown)];
}

function asMarkdown({ id, severity, title, proves, suffers, reference }: ProblemRule): string {
  return `### ${title}

\`${id}\` · **${severity}**

${proves}

What a client suffers: ${suffers}

Reference: [${reference.title}](${reference.url})
`;
}
