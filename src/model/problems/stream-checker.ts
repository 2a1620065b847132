import type { StreamEvent } from '#protocol/stream-event.ts';
import type { FoldState } from '#model/fold-state.ts';
import type { StreamFindings } from './problem.ts';

/** Looks at the events of a stream as they come, with every rule about streams. Never throws. */
export type StreamChecker = {
  /** Takes the next event, with its number in order of arrival. */
  readonly take: (event: StreamEvent, index: number) => void;
  /** The connection is over; more may follow when it is resumed. */
  readonly end: (folded: FoldState) => void;
  readonly found: () => StreamFindings;
};

const NOTHING: StreamFindings = [];

export function createStreamChecker(): StreamChecker {
  return { take: () => undefined, end: () => undefined, found: () => NOTHING };
}
