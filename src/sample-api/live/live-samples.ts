import { originalId } from '#sample-api/sample-library.ts';
import { quickStory } from './quick-story.ts';
import type { RunStart, Timeline } from './timeline.ts';
import { runOf } from './told-run.ts';

/** A background response that works while time passes. `<id>.<anything>` is a run of its own. */
export type LiveSample = {
  /** One to try. */
  readonly id: string;
  /** What other IDs look like, and the numbers in them. */
  readonly pattern?: RegExp;
  readonly description: string;
  readonly begin: (start: RunStart) => Timeline;
  /** The sequence numbers behind which a connection is cut, in the middle of the next event. */
  readonly cutsBehind?: (numbers: readonly number[]) => readonly number[];
  /** Milliseconds after its start in which it can be streamed; for ever where nothing is said. */
  readonly streamableFor?: number;
  /** How long it has been at work when it is first asked for, in milliseconds. */
  readonly headStart?: number;
};

/** Every live sample. Adding one is adding a row. */
export const LIVE_SAMPLES: readonly LiveSample[] = [
  { id: 'resp_live_quick', description: 'A search and an answer, in 10 seconds', begin: runOf(quickStory, { seconds: 10 }) },
];

/** The live sample behind an ID, and the numbers in it; null for IDs that are not live. */
export function findLiveSample(id: string): { readonly sample: LiveSample; readonly numbers: readonly number[] } | null {
  for (const sample of LIVE_SAMPLES) {
    const match = sample.pattern?.exec(id);
    if (match) return { sample, numbers: match.slice(1).filter(Boolean).map(Number) };
    if (originalId(id) === sample.id) return { sample, numbers: [] };
  }
  return null;
}
