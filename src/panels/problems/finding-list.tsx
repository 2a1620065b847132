import { useState } from 'react';
import { formatNumber } from '#base/format-number.ts';
import type { Finding } from '#model/problems/problem.ts';
import type { Recording } from '#model/recording.ts';
import { Button } from '#ui/button.tsx';
import { FindingView } from './finding-view.tsx';

type FindingListProps = {
  readonly findings: readonly Finding[];
  /** How many there were: more than were kept where those are many. */
  readonly count: number;
  readonly recording: Recording;
  readonly onShowEvent: (event: number) => void;
};

const FIRST_SHOWN = 10;

/** Everything that one rule found: the first ten, the others on demand. */
export function FindingList({ findings, count, recording, onShowEvent }: FindingListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? findings : findings.slice(0, FIRST_SHOWN);
  return (
    <div className="min-w-0">
      <ol className="divide-y divide-line border-y border-line">
        {shown.map((finding, index) => (
          // Findings are appended and never move.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="py-1.5">
            <FindingView finding={finding} recording={recording} onShowEvent={onShowEvent} />
          </li>
        ))}
      </ol>
      {shown.length < findings.length ? (
        <Button size="small" className="mt-1.5" onClick={() => setShowsAll(true)}>
          Show all {formatNumber(findings.length)}
        </Button>
      ) : null}
      {count > findings.length && shown.length === findings.length ? (
        <p className="mt-1.5 text-sm text-secondary">
          The first {formatNumber(findings.length)} of {formatNumber(count)} are listed.
        </p>
      ) : null}
    </div>
  );
}
