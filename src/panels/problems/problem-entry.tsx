import { BellOff } from 'lucide-react';
import { formatNumber } from '#base/format-number.ts';
import { problemReport } from '#model/problems/problem-report.ts';
import type { Problem } from '#model/problems/problem.ts';
import type { Recording } from '#model/recording.ts';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { DisclosureSection, type Expansion } from '#ui/disclosure-section.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import { SeverityMark } from '#ui/severity-mark.tsx';
import { FindingList } from './finding-list.tsx';
import { RuleProse } from './rule-prose.tsx';

type ProblemEntryProps = {
  readonly problem: Problem;
  readonly startsOpen: boolean;
  readonly recording: Recording;
  readonly expansion: Expansion;
  readonly onShowEvent: (event: number) => void;
};

const WORDS = { error: 'Error:', warning: 'Warning:', info: 'Note:' } as const;

/** What one rule found: a line and, while it is open, what that proves, what a client suffers, and every finding with its evidence. */
export function ProblemEntry({ problem, startsOpen, recording, expansion, onShowEvent }: ProblemEntryProps) {
  const { rule, count, findings } = problem;
  function mute() {
    const { mutedRules } = preferencesStore.get();
    setPreference('mutedRules', [...mutedRules.filter((id) => id !== rule.id), rule.id]);
  }
  return (
    <DisclosureSection
      level={3}
      title={
        <span className="inline-flex items-baseline gap-2">
          <SeverityMark severity={rule.severity} words={WORDS[rule.severity]} /> <span className="whitespace-normal">{rule.title}</span>{' '}
          {count > 1 ? <span className="font-normal text-secondary">×{formatNumber(count)}</span> : null}
        </span>
      }
      summary={findings[0]?.text}
      keepsSummaryOpen={false}
      startsOpen={startsOpen}
      expansion={expansion}
      actions={
        <>
          <CopyButton iconOnly label={`Copy report: ${rule.title}`} text={() => problemReport(recording, [problem])} />
          <Button
            look="quiet"
            size="small"
            onClick={mute}
            aria-label={`Mute: ${rule.title}`}
            title="Mute this rule, here and for every response"
          >
            <BellOff size={13} aria-hidden />
          </Button>
        </>
      }
    >
      <div className="flex min-w-0 flex-col gap-2">
        <p className="max-w-[48rem]">
          <RuleProse text={rule.proves} />
        </p>
        <p className="max-w-[48rem]">
          <span className="text-secondary">What a client suffers: </span>
          <RuleProse text={rule.suffers} />
        </p>
        <FindingList findings={findings} count={count} recording={recording} onShowEvent={onShowEvent} />
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-secondary">
          <span>
            Rule <code className="font-mono">{rule.id}</code>
          </span>
          <ExternalLink url={rule.reference.url}>{rule.reference.title}</ExternalLink>
        </p>
      </div>
    </DisclosureSection>
  );
}
