import type { ProblemsInView } from '#model/problems/problems-in-view.ts';
import type { Recording } from '#model/recording.ts';
import type { UrlState } from '#state/url-state.ts';
import type { Travel } from '#state/use-travel.ts';
import type { Expansion } from '#ui/disclosure-section.tsx';
import { StreamView } from './stream-view.tsx';

type StreamPanelProps = {
  readonly recording: Recording;
  readonly isLive: boolean;
  readonly expansion: Expansion;
  readonly url: UrlState;
  readonly problems?: ProblemsInView;
  /** Null for what is no stream. */
  readonly travel: Travel | null;
};

/** Every event of a stream, as it came. */
export function StreamPanel({ recording, isLive, expansion, url, problems, travel }: StreamPanelProps) {
  if (recording.kind === 'stream' && travel !== null) {
    return <StreamView recording={recording} isLive={isLive} expansion={expansion} url={url} problems={problems} travel={travel} />;
  }
  return (
    <p role="note" className="m-3 rounded-md border border-line bg-raised px-3 py-2 text-secondary">
      This response was retrieved whole, so there are no events. Press Stream to get them, where the server keeps them.
    </p>
  );
}
