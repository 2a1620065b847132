import { createSlices } from '#base/give-way.ts';
import type { JsonObject } from '#base/json.ts';
import type { Problem } from '#model/problems/problem.ts';
import type { Recording } from '#model/recording.ts';

/** What was found, by recording and by what it was compared with: nothing is checked twice. */
const found = new WeakMap<Recording, Map<JsonObject | null, readonly Problem[]>>();

/** What checking `recording` has brought; null where it was not checked yet. `stored` is the same response retrieved as a whole, or null. */
export function problemsOf(recording: Recording, stored: JsonObject | null): readonly Problem[] | null {
  return found.get(recording)?.get(stored) ?? null;
}

/** Checks a recording with every rule, in slices. Rejects with the signal's reason when it is aborted. */
export async function checkRecording(recording: Recording, stored: JsonObject | null, signal: AbortSignal): Promise<readonly Problem[]> {
  const { findProblems } = await import('#model/problems/find-problems.ts');
  const slices = createSlices();
  const steps = findProblems(recording, stored);
  for (;;) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done === true) {
      found.set(recording, new Map([...(found.get(recording) ?? []), [stored, step.value]]));
      return step.value;
    }
    // A slice, then whatever waits: that is what slices are for.
    // oxlint-disable-next-line no-await-in-loop
    if (slices.isOver()) await slices.rest();
  }
}
