import { assertNever } from '#base/assert-never.ts';
import { formatBytes } from '#base/format-bytes.ts';
import { formatDuration } from '#base/format-duration.ts';
import { formatCount } from '#base/format-number.ts';
import { stringOf } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import type { LivePhase } from '#state/live/live-view.ts';
import type { Retrieval } from './use-retrieval.ts';

/** The page's title: status and ID, as tabs of the browser show it. */
export function pageTitle({ phase, stream }: Retrieval, recording: Recording | null, responseId: string): string {
  const status = stringOf(recording?.response['status']) ?? 'no status';
  const ended = stream?.without === null ? endedShort(stream.state.phase) : null;
  return `${recording === null || phase === 'loading' ? TITLES[phase] : (ended ?? status)} · ${responseId}`;
}

const TITLES = { idle: 'Open', loading: 'Loading', streaming: 'In progress', ready: 'Ready', failed: 'Failed' } as const;

/** `data-state` in words, for the status bar and screen readers. `now` is in Unix milliseconds. */
export function statusLine(retrieval: Retrieval, recording: Recording | null, now: number): string {
  const { phase, wasStopped, bytesSoFar, isFetching, stream } = retrieval;
  if (phase === 'failed') return 'Failed';
  if (stream !== null && stream.without === null && stream.state.phase.kind !== 'idle' && (phase !== 'idle' || recording !== null))
    return streamLine(stream.state.phase, recording, now);
  if (phase === 'loading') return bytesSoFar > 0 ? `Loading: ${formatBytes(bytesSoFar)} so far` : 'Loading';
  if (phase === 'idle') return wasStopped ? 'Stopped' : 'Idle: a key is needed';
  const status = stringOf(recording?.response['status']) ?? 'no status';
  if (phase === 'streaming') return `Waiting for the response to end: ${status}`;
  if (wasStopped) return `Stopped: ${status}`;
  return isFetching ? `Fetching again: ${status}` : `Ready: ${status}`;
}

/** What a stream does. It is read aloud when it changes, so no count runs in it. */
function streamLine(phase: LivePhase | { readonly kind: 'idle' }, recording: Recording | null, now: number): string {
  switch (phase.kind) {
    case 'idle':
      return 'Idle';
    case 'connecting':
      return 'Connecting';
    case 'streaming':
      return phase.quietSince === null ? 'Streaming' : `Streaming: quiet for ${inSteps(now - phase.quietSince)}`;
    case 'reconnecting':
      return `Reconnecting: attempt ${phase.attempt}`;
    case 'ended':
      return endedLine(phase, recording);
    default:
      return assertNever(phase);
  }
}

function endedLine(phase: Ended, recording: Recording | null): string {
  const short = endedShort(phase);
  const count = recording?.kind === 'stream' ? recording.length : 0;
  return short === null ? `Ready: ${phase.how}` : `${short} after ${formatCount(count, 'event')}`;
}

/** The endings of which the response itself knows nothing. */
function endedShort(phase: LivePhase | { readonly kind: 'idle' }): string | null {
  if (phase.kind !== 'ended') return null;
  return phase.how === 'cut-off' ? 'Cut off' : phase.how === 'stopped' ? 'Stopped' : null;
}

type Ended = Extract<LivePhase, { kind: 'ended' }>;

/** Seconds one by one to ten, then by tens, then half minutes. */
function inSteps(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const step = seconds < 10 ? 1 : seconds < 60 ? 10 : 30;
  return formatDuration(Math.floor(seconds / step) * step * 1000);
}
