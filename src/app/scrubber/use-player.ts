import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { playOn, waitAfter, type PlayHead } from '#model/playback.ts';
import type { StreamRecording } from '#model/recording.ts';
import type { Travel } from '#state/use-travel.ts';

export const SPEEDS = [1, 2, 10] as const;
export type Speed = (typeof SPEEDS)[number];

/** Who plays so fast does not want to wait; the others see how long it was. In milliseconds. */
const LONGEST_WAIT_AT_10 = 2_000;
/** A wait that is worth a word, in milliseconds. */
const LONG_WAIT = 2_000;
/** A page that was not drawn for longer than this was not looked at: playing goes on where it was. In milliseconds. */
const LONGEST_FRAME = 100;

/** Moves the cursor while it plays, at most once per frame. Answers the wait that it is in, where that is a long one, in milliseconds. */
export function usePlayer(recording: StreamRecording, travel: Travel, speed: Speed): number | null {
  const { isPlaying } = travel;
  const [wait, setWait] = useState<number | null>(null);
  const latest = useRef({ recording, travel });
  useLayoutEffect(() => {
    latest.current = { recording, travel };
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const longestWait = speed === 10 ? LONGEST_WAIT_AT_10 : Infinity;
    let head: PlayHead = { event: latest.current.travel.event ?? 0, waited: 0 };
    let drawnAt: number | null = null;
    function play(now: number) {
      const { recording: stream, travel: ends } = latest.current;
      const before = head.event;
      head = playOn(stream, head, drawnAt === null ? 0 : Math.min(LONGEST_FRAME, now - drawnAt) * speed, longestWait);
      drawnAt = now;
      const next = waitAfter(stream, head.event);
      setWait(next !== null && next >= LONG_WAIT ? next : null);
      if (next === null) return ends.playTo(null);
      if (head.event !== before) ends.playTo(head.event);
      frame = requestAnimationFrame(play);
    }
    let frame = requestAnimationFrame(play);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, speed]);
  return isPlaying ? wait : null;
}
