import { useEffect, useMemo, useState } from 'react';
import type { JsonObject } from '#base/json.ts';
import { problemsInView, type ProblemsInView } from '#model/problems/problems-in-view.ts';
import type { Problem } from '#model/problems/problem.ts';
import type { Recording } from '#model/recording.ts';
import { checkRecording, problemsOf } from '#state/check-recording.ts';
import { preferencesStore } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';

const NOTHING: readonly Problem[] = [];

/**
 * The problems of a recording. What rules find in events is there while they come; the rules about the Response run in slices, after it has
 * been drawn, and of what grows only once it has ended. `stored` is the same response retrieved as a whole, where somebody asked for it.
 */
export function useProblems(recording: Recording, isLive: boolean, stored: JsonObject | null): ProblemsInView {
  const checked = useChecked(recording, isLive, stored);
  const found = checked ?? (recording.kind === 'stream' ? recording.checked : NOTHING);
  const isChecking = !isLive && checked === null;
  const { mutedRules } = useStore(preferencesStore);
  const slots = slotsOf(recording);
  return useMemo(
    () => problemsInView(recording, found, { mutedRules, isChecking }),
    // Of a recording that grows only what slots its items are in counts: the same problems are the same object.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [slots, found, mutedRules, isChecking],
  );
}

/** The slots of the items where they are not their places, as a text to compare. */
function slotsOf(recording: Recording): string {
  const slots = recording.kind === 'stream' ? recording.folded.items.map(({ outputIndex }) => outputIndex) : [];
  return slots.every((slot, position) => slot === position) ? '' : slots.join();
}

/** Null while the checks are not through. */
function useChecked(recording: Recording, isLive: boolean, stored: JsonObject | null): readonly Problem[] | null {
  const [, setDone] = useState<readonly Problem[] | null>(null);
  const checked = isLive ? null : problemsOf(recording, stored);
  const isWanted = !isLive && checked === null;
  useEffect(() => {
    if (!isWanted) return undefined;
    const controller = new AbortController();
    const stopWaiting = afterPaint(() => {
      checkRecording(recording, stored, controller.signal).then(setDone, (error: unknown) => {
        if (!controller.signal.aborted) reportError(error);
      });
    });
    return () => {
      stopWaiting();
      controller.abort();
    };
  }, [recording, stored, isWanted]);
  return checked;
}

/** Calls `run` once what is being drawn has been painted; the returned function gives that up. */
function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
