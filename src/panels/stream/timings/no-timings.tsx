import type { WhyUntimed } from '#model/timed-span.ts';

const WORDS: Readonly<Record<WhyUntimed, { readonly title: string; readonly text: string }>> = {
  unknown: {
    title: 'When these events arrived is not known',
    text: 'A stream carries no times; whoever receives it has to note them. Stream the response here while it runs, or open a *.recording.json or a *.jsonl with arrival_ms, as Export writes them.',
  },
  replay: {
    title: 'These times say nothing of the model',
    text: 'The response had ended before its stream was asked for: its events arrived as fast as the server could send them again. Stream a response while it runs to measure it.',
  },
  backlog: {
    title: 'No event came live',
    text: 'All of these events existed before this page connected, so when they arrived says nothing of the model. Ask for the stream as soon as the response begins.',
  },
};

/** Why there is nothing to measure, and what would give it. */
export function NoTimings({ why, isLive }: { readonly why: WhyUntimed; readonly isLive: boolean }) {
  const { title, text } = WORDS[why];
  const isWaiting = why === 'backlog' && isLive;
  return (
    <div role="note" className="p-3 text-secondary">
      <p className="font-semibold text-text">{isWaiting ? 'Waiting for the first event that comes live' : title}</p>
      <p className="max-w-prose">{isWaiting ? 'What came so far existed before this page connected.' : text}</p>
    </div>
  );
}
