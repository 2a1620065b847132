import type { StreamRecording } from './recording.ts';

type Played = Pick<StreamRecording, 'log' | 'length' | 'clock'>;

/** Where playing has got to: an event, and how many milliseconds of the wait for the next one are over. */
export type PlayHead = { readonly event: number; readonly waited: number };

/** A server that has it all sends faster than anybody looks: so many events are played at once. */
const MOST_AT_ONCE = 500;
/** Between events of which nobody knows when they were made, in milliseconds: about as fast as a model writes. */
const EVEN = 10;

/** Whether all of a stream is played at an even pace: its times are not known, or are those of a replay. */
export function isEvenlyPaced({ clock, length }: Pick<StreamRecording, 'clock' | 'length'>): boolean {
  return clock.startedAt === null || !clock.isOriginal || clock.backlog >= length;
}

/** How long after an event the next one came, in milliseconds; an even pace where the times say nothing. Null behind the last event. */
export function waitAfter({ log, length, clock }: Played, event: number): number | null {
  if (event >= length - 1) return null;
  // What was there before we connected came as fast as the line took it.
  if (clock.startedAt === null || !clock.isOriginal || event < clock.backlog) return EVEN;
  return Math.max(0, (log.at(event + 1)?.arrival ?? 0) - (log.at(event)?.arrival ?? 0));
}

/** Plays so many recorded milliseconds further, or 500 events; no wait counts for more than `longestWait`. Stays at the last event. */
export function playOn(stream: Played, head: PlayHead, milliseconds: number, longestWait: number): PlayHead {
  let { event } = head;
  let left = head.waited + milliseconds;
  for (let wait = waitAfter(stream, event); wait !== null && left >= Math.min(wait, longestWait); wait = waitAfter(stream, event)) {
    if (event - head.event === MOST_AT_ONCE) return { event, waited: 0 };
    left -= Math.min(wait, longestWait);
    event += 1;
  }
  return { event, waited: waitAfter(stream, event) === null ? 0 : left };
}
