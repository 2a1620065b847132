import { Scale } from 'lucide-react';
import { problemReport } from '#model/problems/problem-report.ts';
import type { Problem } from '#model/problems/problem.ts';
import type { Recording } from '#model/recording.ts';
import type { Comparison } from '#state/comparison.ts';
import { hostOf } from '#state/connections.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { TextInput } from '#ui/field.tsx';
import { countWords } from './severity-words.ts';

type ProblemBarProps = {
  readonly recording: Recording;
  readonly list: readonly Problem[];
  /** Those of `list` that the filter leaves. */
  readonly shown: readonly Problem[];
  readonly isChecking: boolean;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly comparison: Comparison | null;
};

/** How many problems there are, the filter, and what can be done with all of them. */
export function ProblemBar({ recording, list, shown, isChecking, filter, onFilter, comparison }: ProblemBarProps) {
  const counts = countWords(list);
  if (list.length === 0 && comparison === null) return null;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
      {list.length === 0 ? null : (
        <>
          <p aria-live="polite" className="px-1 font-semibold">
            {shown.length === list.length ? counts : `${shown.length} of ${counts}`}
            {isChecking ? <span className="font-normal text-secondary"> · still checking</span> : null}
          </p>
          <TextInput
            type="search"
            aria-label="Filter problems"
            placeholder="Filter: words, item:@3, event:57"
            value={filter}
            onChange={({ currentTarget }) => onFilter(currentTarget.value)}
            className="h-6! max-w-72 font-mono text-sm"
          />
        </>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-1">
        {comparison === null ? null : (
          <Button
            look="quiet"
            size="small"
            disabled={comparison.state.kind === 'asking'}
            onClick={comparison.ask}
            title={`Asks ${hostOf(comparison.connection.baseUrl)} for the response once more, as a whole. The request is listed in Network.`}
          >
            <Scale size={13} aria-hidden />
            {comparison.state.kind === 'asking' ? 'Asking…' : 'Compare with the stored response'}
          </Button>
        )}
        {shown.length === 0 ? null : <CopyButton label="Copy report" text={() => problemReport(recording, shown)} />}
      </div>
    </div>
  );
}
