import type { Problem, Severity } from '#model/problems/problem.ts';
import type { Recording } from '#model/recording.ts';
import { DisclosureSection, type Expansion } from '#ui/disclosure-section.tsx';
import { ProblemEntry } from './problem-entry.tsx';
import { GROUP_TITLES } from './severity-words.ts';

type ProblemGroupProps = {
  readonly severity: Severity;
  readonly problems: readonly Problem[];
  /** What is open from the start; notes never are. */
  readonly opened: readonly Problem[];
  readonly recording: Recording;
  readonly expansion: Expansion;
  readonly onShowEvent: (event: number) => void;
};

/** Notes are folded where there are more than this. */
const MANY = 4;

/** The problems that are equally bad; nothing where there are none. */
export function ProblemGroup({ severity, problems, opened, recording, expansion, onShowEvent }: ProblemGroupProps) {
  if (problems.length === 0) return null;
  const entries = (
    <ul className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5">
      {problems.map((problem) => (
        <li key={problem.rule.id} className="min-w-0">
          <ProblemEntry
            problem={problem}
            startsOpen={severity !== 'info' && opened.includes(problem)}
            recording={recording}
            expansion={expansion}
            onShowEvent={onShowEvent}
          />
        </li>
      ))}
    </ul>
  );
  if (severity === 'info' && problems.length > MANY) {
    return (
      <DisclosureSection
        title={GROUP_TITLES[severity]}
        summary={problems.map(({ rule }) => rule.title).join(', ')}
        keepsSummaryOpen={false}
        startsOpen={false}
        expansion={expansion}
      >
        {entries}
      </DisclosureSection>
    );
  }
  return (
    <section className="min-w-0">
      <h2 className="mb-1 px-1 text-sm font-semibold text-secondary">
        {GROUP_TITLES[severity]} <span className="font-normal text-tertiary">{problems.length}</span>
      </h2>
      {entries}
    </section>
  );
}
