import { asSentence } from '#base/sentence.ts';
import type { Finding } from '#model/problems/problem.ts';
import type { Recording } from '#model/recording.ts';
import { TextPairView } from '#ui/text-pair-view.tsx';
import { EventEvidence } from './event-evidence.tsx';
import { PlaceChip } from './place-chip.tsx';

type FindingViewProps = {
  readonly finding: Finding;
  readonly recording: Recording;
  readonly onShowEvent: (event: number) => void;
};

/** One finding: a sentence, and the events, places and texts that prove it. */
export function FindingView({ finding, recording, onShowEvent }: FindingViewProps) {
  const { text, events, paths, texts } = finding;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="break-words">{asSentence(text)}</p>
      {paths.length === 0 ? null : (
        <ul className="flex flex-wrap gap-1">
          {paths.map((path) => (
            <PlaceChip key={path.join('/')} path={path} />
          ))}
        </ul>
      )}
      {recording.kind === 'stream' && events.length > 0 ? (
        <EventEvidence log={recording.log} events={events} onShowEvent={onShowEvent} />
      ) : null}
      {texts === null ? null : <TextPairView {...texts} />}
    </div>
  );
}
