import type { Recording, StreamRecording } from '#model/recording.ts';
import { recordingAt } from '#model/replay.ts';
import type { UrlState } from '#state/url-state.ts';
import { useTravel, type Travel } from '#state/use-travel.ts';
import { useSlowed } from '#ui/use-slowed.ts';
import { PANELS } from './panel-list.tsx';

/** What need not follow every frame of a response that grows follows it so often, in milliseconds. */
const SLOW = 500;
/** The same while the reader travels, who looks for what changes. */
const TRAVELLING = 120;

type ShownState = {
  /** Null for what is no stream. */
  readonly travel: Travel | null;
  /** The whole recording, for views that need not follow every frame. */
  readonly slowed: Recording;
  /** What is shown can be compared with this: the whole, which is not always the newest, but newer than what is shown. */
  readonly end: StreamRecording | null;
  /** The recording as it stood at the cursor; the whole one where that is at the end. */
  readonly shown: Recording;
  readonly slowedShown: Recording;
  /** True while what is shown is not the end. */
  readonly isPast: boolean;
  /** More was expected of what is shown. */
  readonly isShownLive: boolean;
};

/** The recording as views get it, which is as it stood at the cursor. */
export function useShownState(recording: Recording, isLive: boolean, url: UrlState): ShownState {
  const travel = useTravel(recording, url);
  const event = travel?.event ?? null;
  const then = recording.kind === 'stream' && event !== null ? recordingAt(recording, event) : null;
  const slowed = useSlowed(recording, isLive ? SLOW : 0);
  // Where the view in sight follows every frame, drawing it once more for those out of sight would double what a step costs.
  const followsAll = PANELS.some(({ view, everyFrame }) => view === url.view && everyFrame === true);
  const slowedShown = useSlowed(then ?? slowed, then === null || followsAll ? 0 : TRAVELLING);
  const whole = recording.kind === 'stream' ? recording : null;
  return {
    travel,
    slowed,
    end: slowed.kind === 'stream' && slowed.length > (event ?? 0) ? slowed : whole,
    shown: then ?? recording,
    slowedShown,
    isPast: then !== null,
    isShownLive: then === null ? isLive : then.folded.ending === null,
  };
}
