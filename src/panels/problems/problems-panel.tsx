import { useMemo } from 'react';
import { seqOfEvent } from '#model/find-event.ts';
import { filterProblems, parseProblemFilter } from '#model/problems/problem-filter.ts';
import { countOfSerious, type ProblemsInView } from '#model/problems/problems-in-view.ts';
import type { Problem, Severity } from '#model/problems/problem.ts';
import type { Recording } from '#model/recording.ts';
import { goTo } from '#state/address.ts';
import type { Comparison } from '#state/comparison.ts';
import { withView, type UrlState } from '#state/url-state.ts';
import type { Travel } from '#state/use-travel.ts';
import type { Expansion } from '#ui/disclosure-section.tsx';
import { PlaceActionsContext, usePlaceActions, type PlaceActions } from '#ui/place-actions.tsx';
import { ComparisonNote } from './comparison-note.tsx';
import { CursorContext } from './event-evidence.tsx';
import { MutedRules } from './muted-rules.tsx';
import { NoProblems, WithoutEvents } from './no-problems.tsx';
import { ProblemBar } from './problem-bar.tsx';
import { ProblemGroup } from './problem-group.tsx';
import { useProblemFilter } from './use-problem-filter.ts';

type ProblemsPanelProps = {
  readonly recording: Recording;
  readonly isLive: boolean;
  readonly problems: ProblemsInView;
  /** Null where there is nothing to compare with. */
  readonly comparison: Comparison | null;
  readonly expansion: Expansion;
  readonly url: UrlState;
  readonly travel?: Travel | null;
};

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
/** With more than these there is a list to look over first. */
const MOST_OPEN = 3;

/** What is wrong or suspicious with the response, the worst first, and what proves it. */
export function ProblemsPanel({ recording, isLive, problems, comparison, expansion, url, travel = null }: ProblemsPanelProps) {
  const { list, muted, isChecking } = problems;
  const [filter, setFilter] = useProblemFilter(url);
  const shown = useMemo(() => filterProblems(list, parseProblemFilter(filter), recording), [list, filter, recording]);
  const opensAtOnce = filter.trim() !== '' || countOfSerious(list) <= MOST_OPEN;
  function showEvent(event: number) {
    if (recording.kind !== 'stream') return;
    const seq = seqOfEvent(recording.log, recording.length, event);
    goTo({ ...withView(url, 'stream'), seq: seq ?? url.seq }, 'push');
    // A link cannot name it.
    if (seq === null) travel?.moveTo(event);
  }
  const placeActions = usePlaceActionsAtEnd(travel);
  return (
    <PlaceActionsContext value={placeActions}>
      <CursorContext value={travel?.event ?? null}>
        <div className="flex max-w-[76rem] flex-col gap-2 p-2 sm:p-3">
          <ProblemBar
            recording={recording}
            list={list}
            shown={shown}
            isChecking={isChecking}
            filter={filter}
            onFilter={setFilter}
            comparison={isLive ? null : comparison}
          />
          {comparison === null || isLive ? null : <ComparisonNote comparison={comparison} problems={problems} />}
          {list.length === 0 ? (
            <NoProblems recording={recording} isLive={isLive} isChecking={isChecking} mutedCount={muted.length} />
          ) : null}
          {list.length > 0 && shown.length === 0 ? <NothingFits onShowAll={() => setFilter('')} /> : null}
          {SEVERITIES.map((severity) => (
            <ProblemGroup
              // What a filter leaves is opened, also where it was closed in the long list.
              key={`${severity} ${opensAtOnce}`}
              severity={severity}
              problems={ofSeverity(shown, severity)}
              opened={opensAtOnce ? shown : shown.slice(0, 1)}
              recording={recording}
              expansion={expansion}
              onShowEvent={showEvent}
            />
          ))}
          {list.length > 0 && recording.kind === 'json' ? <WithoutEvents recording={recording} /> : null}
          <MutedRules muted={muted} />
        </div>
      </CursorContext>
    </PlaceActionsContext>
  );
}

/** Problems are about the whole: a place may not be there yet where the cursor is. */
function usePlaceActionsAtEnd(travel: Travel | null): PlaceActions {
  const actions = usePlaceActions();
  const isPast = travel !== null && travel.event !== null;
  return !isPast
    ? actions
    : {
        ...actions,
        show: (view, path) => {
          travel.moveTo(null);
          actions.show(view, path);
        },
      };
}

function ofSeverity(problems: readonly Problem[], severity: Severity): readonly Problem[] {
  return problems.filter(({ rule }) => rule.severity === severity);
}

function NothingFits({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <p role="note" className="rounded-md border border-line bg-raised px-3 py-2 text-secondary">
      No problem fits this filter.{' '}
      <button type="button" onClick={onShowAll} className="text-accent underline underline-offset-2">
        Show all
      </button>
    </p>
  );
}
