import { numberOf } from '#base/json.ts';
import type { StreamRecording } from './recording.ts';

/** The events of a stream whose times say when they were made. */
export type TimedSpan =
  /** All of them: the response began when it was asked for, or somebody recorded it from its beginning. */
  | { readonly kind: 'whole'; readonly from: 0 }
  /** Those that came live, from the number `from` on: the others existed before. */
  | { readonly kind: 'tail'; readonly from: number }
  | { readonly kind: 'none'; readonly why: WhyUntimed };

/**
 * `unknown`: nobody noted arrivals. `replay`: the response had ended before its stream was asked for. `backlog`: no event came live;
 * more may come while the stream runs.
 */
export type WhyUntimed = 'unknown' | 'replay' | 'backlog';

/** Servers tell whole seconds: a response that was created in the second of the request counts as one that was asked for at once. Milliseconds. */
const ONE_SECOND = 1000;

/**
 * A response that began in the second of its request may still have been at work for part of it: so many events fit into that. A first event
 * that comes later than this (milliseconds) was waited for, so that there was no backlog, whatever came with it.
 */
const MOST_BEFORE = 200;
const WAITED_FOR = 1500;

/** Tells which of the times of `recording` can be measured with. */
export function timedSpanOf(recording: TimedRecording): TimedSpan {
  const { startedAt, backlog, isOriginal } = recording.clock;
  if (startedAt === null) return { kind: 'none', why: 'unknown' };
  if (!isOriginal) return { kind: 'none', why: 'replay' };
  const isPart = (recording.folded.firstSequenceNumber ?? 0) > 1;
  if (!isPart && recording.length > 0 && (backlog === 0 || beganWithRequest(recording))) return { kind: 'whole', from: 0 };
  return recording.length > backlog ? { kind: 'tail', from: backlog } : { kind: 'none', why: 'backlog' };
}

function beganWithRequest(recording: TimedRecording): boolean {
  if (headStart(recording) !== 0) return false;
  return recording.clock.backlog <= MOST_BEFORE || (recording.log.at(0)?.arrival ?? 0) >= WAITED_FOR;
}

/**
 * How long the response had been at work when it was asked for, by the server's clock: `created_at` against the time of the request, in
 * milliseconds; 0 where that is less than the server's clock can tell, null where it is not known.
 */
export function headStart({ clock, response }: Pick<StreamRecording, 'clock' | 'response'>): number | null {
  const created = numberOf(response['created_at']);
  if (created === null || clock.startedAt === null) return null;
  const ahead = clock.startedAt - created * (created > 1e11 ? 1 : 1000);
  return ahead < ONE_SECOND ? 0 : ahead;
}

type TimedRecording = Pick<StreamRecording, 'clock' | 'length' | 'response'> & {
  readonly log: Pick<StreamRecording['log'], 'at'>;
  readonly folded: Pick<StreamRecording['folded'], 'firstSequenceNumber'>;
};
