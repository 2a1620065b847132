import type { ProblemsInView } from '#model/problems/problems-in-view.ts';

/** What is wrong or suspicious with the response, and what proves it. */
export function ProblemsPanel({ problems }: { readonly problems: ProblemsInView }) {
  const { list, isChecking } = problems;
  return (
    <div className="flex max-w-[76rem] flex-col gap-2 p-2 sm:p-3">
      {list.length > 0 ? null : (
        <p role="note" className="rounded-md border border-line bg-raised px-3 py-2 text-secondary">
          {isChecking ? 'Checking…' : 'No problems found.'}
        </p>
      )}
      <ul>
        {list.map(({ rule, count }) => (
          <li key={rule.id}>
            {rule.title} ({count})
          </li>
        ))}
      </ul>
    </div>
  );
}
