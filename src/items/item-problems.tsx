import { createContext, useContext } from 'react';
import { formatCount } from '#base/format-number.ts';
import type { Occurrence } from '#model/problems/problems-in-view.ts';
import { SeverityMark } from '#ui/severity-mark.tsx';

/** What was found at the items of a list, by their position. */
export type ItemProblems = {
  readonly at: (position: number) => readonly Occurrence[];
  /** Shows in Problems what was found at an item. */
  readonly onShow: (position: number) => void;
};

/** The problems of the list around. Another object only when they change: every item draws again then. */
export const ItemProblemsContext = createContext<ItemProblems | null>(null);

/** "2 problems: Deltas and done text differ, …". */
function wordsOf(occurrences: readonly Occurrence[]): string {
  const titles = [...new Set(occurrences.map(({ problem }) => problem.rule.title))];
  return `${formatCount(titles.length, 'problem')}: ${titles.join(', ')}`;
}

/** What was found at an item, as a mark; nothing where nothing was. */
export function ItemProblemMark({ position }: { readonly position: number }) {
  const occurrences = useContext(ItemProblemsContext)?.at(position) ?? [];
  const [worst] = occurrences;
  return worst === undefined ? null : <SeverityMark severity={worst.problem.rule.severity} words={wordsOf(occurrences)} />;
}

/** The same as a button that leads to Problems. */
export function ItemProblemButton({ position }: { readonly position: number }) {
  const problems = useContext(ItemProblemsContext);
  const occurrences = problems?.at(position) ?? [];
  const [worst] = occurrences;
  if (problems === null || worst === undefined) return null;
  const words = wordsOf(occurrences);
  return (
    <button
      type="button"
      aria-label={`Item ${position}: ${words}`}
      title={words}
      onClick={() => problems.onShow(position)}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded hover:bg-inset"
    >
      <SeverityMark severity={worst.problem.rule.severity} />
    </button>
  );
}
