import { ShieldCheck } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { RESPONSE_RULES, STREAM_RULES } from '#model/problems/problem-rules.ts';
import type { Recording } from '#model/recording.ts';

type NoProblemsProps = {
  readonly recording: Recording;
  readonly isLive: boolean;
  readonly isChecking: boolean;
  readonly mutedCount: number;
};

/** Nothing to list: what was looked at, and what could not be. */
export function NoProblems({ recording, isLive, isChecking, mutedCount }: NoProblemsProps) {
  const title = isChecking
    ? 'Checking…'
    : isLive
      ? 'No problems so far'
      : mutedCount > 0
        ? 'Nothing but what is muted'
        : 'No problems found';
  return (
    <section role="note" className="flex gap-3 rounded-md border border-line bg-raised px-4 py-3">
      <ShieldCheck size={20} aria-hidden className={`mt-0.5 shrink-0 ${isChecking || isLive ? 'text-secondary' : 'text-good'}`} />
      <div className="min-w-0">
        <h2 className="font-semibold">{title}</h2>
        {sentences(recording, isLive).map((sentence) => (
          <p key={sentence} className="mt-0.5 text-secondary">
            {sentence}
          </p>
        ))}
      </div>
    </section>
  );
}

/** Under the problems of what came without its events: who looked at it, and who could not. */
export function WithoutEvents({ recording }: { readonly recording: Recording }) {
  return <p className="px-1 text-sm text-secondary">{sentences(recording, false).join(' ')}</p>;
}

function sentences(recording: Recording, isLive: boolean): readonly string[] {
  const ofStream = formatCount(STREAM_RULES.length, 'rule');
  const ofResponse = formatCount(RESPONSE_RULES.length, 'rule');
  if (recording.kind === 'json') {
    return [
      isLive ? `${ofResponse} about the response look at it once it has ended.` : `${ofResponse} about the response looked at it.`,
      `${formatCount(STREAM_RULES.length, 'more rule')} are about the events of a stream, which this recording does not have. ${wayToEvents(recording)}`,
    ];
  }
  const events = formatCount(recording.length, 'event');
  return isLive
    ? [
        `${ofStream} look at every event as it comes, ${events} by now.`,
        `${ofResponse} about the response look at it once the stream has ended.`,
      ]
    : [`${ofStream} looked at ${events} of the stream, and ${ofResponse} at the response they add up to.`];
}

function wayToEvents({ source }: Recording): string {
  return source.kind === 'api'
    ? 'Press Stream to get them, where the server keeps them.'
    : 'Open a recording of the stream to have them checked, as .sse or .jsonl.';
}
