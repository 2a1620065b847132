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

/** Tells which of the times of `recording` can be measured with. */
export function timedSpanOf({ clock, length, response, folded }: TimedRecording): TimedSpan {
  const { startedAt, backlog, isOriginal } = clock;
  if (startedAt === null) return { kind: 'none', why: 'unknown' };
  if (!isOriginal) return { kind: 'none', why: 'replay' };
  const isPart = (folded.firstSequenceNumber ?? 0) > 1;
  if (!isPart && length > 0 && (backlog === 0 || headStart({ clock, response }) === 0)) return { kind: 'whole', from: 0 };
  return length > backlog ? { kind: 'tail', from: backlog } : { kind: 'none', why: 'backlog' };
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
  readonly folded: Pick<StreamRecording['folded'], 'firstSequenceNumber'>;
};
