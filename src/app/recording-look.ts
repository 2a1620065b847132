import { LoaderCircle, Radio, Scissors, Square } from 'lucide-react';
import { assertNever } from '#base/assert-never.ts';
import { formatDuration } from '#base/format-duration.ts';
import { stringOf } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import type { LivePhase } from '#state/live/live-view.ts';
import { statusLook, type StatusLook } from './response-status.ts';

/**
 * How what is shown stands: while its stream runs, and where that ended before the response, the stream says more than the status does.
 * `phase` is null where no stream is received; `now` is in Unix milliseconds.
 */
export function recordingLook(recording: Recording, phase: LivePhase | null, now: number): StatusLook {
  const status = stringOf(recording.response['status']);
  const ending = recording.kind === 'stream' ? recording.folded.ending : null;
  switch (phase?.kind) {
    case 'connecting':
      return { tone: 'accent', icon: LoaderCircle, words: 'connecting' };
    case 'reconnecting':
      return { tone: 'warning', icon: LoaderCircle, words: `reconnecting, attempt ${phase.attempt}` };
    case 'streaming':
      return { tone: 'accent', icon: Radio, words: streamingWords(phase.quietSince, status, now) };
    case 'ended':
      if (phase.how === 'stopped') return { tone: 'neutral', icon: Square, words: 'stopped' };
      return phase.how === 'cut-off' ? CUT_OFF : endedLook(status, phase.how);
    case undefined:
      return ending === 'cut-off' ? CUT_OFF : endedLook(status, ending);
    default:
      return assertNever(phase);
  }
}

const CUT_OFF: StatusLook = { tone: 'warning', icon: Scissors, words: 'cut off' };

function streamingWords(quietSince: number | null, status: string | null, now: number): string {
  if (quietSince !== null) return `quiet for ${formatDuration(Math.max(0, Math.floor((now - quietSince) / 1000) * 1000))}`;
  return status === 'queued' ? 'queued' : 'streaming';
}

/** A stream that failed may leave its last snapshot in progress. */
function endedLook(status: string | null, ending: string | null): StatusLook {
  return statusLook(ending === 'failed' || status === null ? (ending ?? status) : status);
}
