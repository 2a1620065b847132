import { formatDuration } from '#base/format-duration.ts';
import { objectOf, stringOf } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import type { LivePhase, Reconnection } from '#state/live/live-view.ts';
import { Badge } from '#ui/badge.tsx';
import { recordingLook } from './recording-look.ts';
import { useNow } from '#ui/use-now.ts';

/** What goes on with the response at the moment. `since`: when it began, in Unix milliseconds. */
export type Progress =
  /** It is asked for again and again until it has ended. */
  | { readonly kind: 'polling'; readonly since: number }
  /** Its stream is received, or was. */
  | { readonly kind: 'stream'; readonly phase: LivePhase; readonly since: number; readonly reconnections: readonly Reconnection[] };

/** True while more is expected. */
export function isRunning(progress: Progress): boolean {
  return progress.kind === 'polling' || progress.phase.kind !== 'ended';
}

/** How the response stands, and for how long it has been running. */
export function OverviewBadge({ recording, progress }: { readonly recording: Recording; readonly progress: Progress | null }) {
  const { response } = recording;
  const runs = progress !== null && isRunning(progress);
  const now = useNow(runs ? 1000 : null);
  const { tone, icon: Icon, words } = recordingLook(recording, progress?.kind === 'stream' ? progress.phase : null, now);
  const reason = stringOf(objectOf(response['incomplete_details'])?.['reason']) ?? stringOf(objectOf(response['error'])?.['code']);
  const spins = runs && (progress.kind === 'polling' || progress.phase.kind !== 'streaming');
  return (
    <Badge tone={tone}>
      <Icon size={13} aria-hidden className={spins ? 'motion-safe:animate-spin' : ''} />
      <span className="tabular-nums">{reason === null ? words : `${words}: ${reason}`}</span>
      {runs ? <span className="tabular-nums"> · {wholeSeconds(now - progress.since)}</span> : null}
    </Badge>
  );
}

function wholeSeconds(milliseconds: number): string {
  return formatDuration(Math.max(0, Math.floor(milliseconds / 1000) * 1000));
}
