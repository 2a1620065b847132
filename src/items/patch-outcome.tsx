import { CircleCheck, CircleX, Clock } from 'lucide-react';
import { stringOf, type JsonObject } from '#base/json.ts';
import { firstOutputLine } from './output-line.ts';
import { lineOf } from './summary-text.ts';

/** What became of a patch, in a line: whether it was applied and the beginning of what the harness said. */
export function PatchOutcome({ output }: { readonly output: JsonObject }) {
  const log = stringOf(output['output']);
  return (
    <p className="flex min-w-0 items-baseline gap-1.5">
      <OutcomeWords status={output['status']} />
      {log === null || log === '' ? null : <span className="min-w-0 truncate text-secondary">{firstOutputLine(log)}</span>}
    </p>
  );
}

/** "Applied", "Failed", or the status as it was sent. */
export function OutcomeWords({ status }: { readonly status: JsonObject[string] | undefined }) {
  const word = stringOf(status);
  if (word === 'completed')
    return (
      <span className="inline-flex shrink-0 items-center gap-1 self-center font-medium text-good">
        <CircleCheck size={14} aria-hidden /> Applied
      </span>
    );
  if (word === 'failed')
    return (
      <span className="inline-flex shrink-0 items-center gap-1 self-center font-medium text-error">
        <CircleX size={14} aria-hidden /> Not applied: it failed
      </span>
    );
  return (
    <span className="inline-flex shrink-0 items-center gap-1 self-center text-secondary">
      <Clock size={14} aria-hidden /> {word === null ? 'No outcome was sent' : `Outcome: ${lineOf(word).replaceAll('_', ' ')}`}
    </span>
  );
}
