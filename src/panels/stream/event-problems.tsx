import { asSentence } from '#base/sentence.ts';
import type { Occurrence } from '#model/problems/problems-in-view.ts';
import type { Severity } from '#model/problems/problem.ts';
import { SeverityMark } from '#ui/severity-mark.tsx';
import { TextPairView } from '#ui/text-pair-view.tsx';

const LOOKS: Readonly<Record<Severity, { readonly box: string; readonly ink: string; readonly words: string }>> = {
  error: { box: 'border-error/60 bg-error/6', ink: 'text-error', words: 'Error:' },
  warning: { box: 'border-warning/60 bg-warning/6', ink: 'text-warning', words: 'Warning:' },
  info: { box: 'border-line-strong bg-raised', ink: 'text-text', words: 'Note:' },
};

type EventProblemsProps = {
  readonly occurrences: readonly Occurrence[];
  /** Shows them in Problems. */
  readonly onShow: () => void;
};

/** What rules found at one event, under it; nothing where they found nothing. */
export function EventProblems({ occurrences, onShow }: EventProblemsProps) {
  if (occurrences.length === 0) return null;
  return (
    <section aria-label="Problems of the event" className="flex max-h-1/2 shrink-0 flex-col gap-2 overflow-y-auto border-t border-line p-2">
      {occurrences.map(({ problem: { rule }, finding }, index) => {
        const { box, ink, words } = LOOKS[rule.severity];
        return (
          // What was found at an event does not move.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} role="note" className={`min-w-0 rounded-md border px-2.5 py-1.5 text-sm ${box}`}>
            <p className={`flex items-center gap-1.5 font-semibold ${ink}`}>
              <SeverityMark severity={rule.severity} words={words} />
              {rule.title}
              <button type="button" onClick={onShow} className="ml-auto font-normal text-accent underline underline-offset-2">
                Show in Problems
              </button>
            </p>
            <p className="mt-0.5 break-words">{asSentence(finding.text)}</p>
            {finding.texts === null ? null : (
              <div className="mt-1">
                <TextPairView {...finding.texts} />
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}
