import { countBefore } from '#base/sorted.ts';
import type { EventLog } from './event-log.ts';
import type { StreamRecording } from './recording.ts';
import type { Reconnected } from './stream-remarks.ts';

/** Where the stream of a recording was resumed, as its log tells it; none where nobody noted when its events arrived. */
export function reconnectionsIn({ log, length, clock }: StreamRecording): readonly Reconnected[] {
  if (clock.startedAt === null) return [];
  const found: Reconnected[] = [];
  for (let connection = 1; connection < log.connectionCount(); connection += 1) {
    const at = countBefore(length, (index) => (log.at(index)?.connection ?? 0) < connection);
    // A connection may have brought no event; the first one that brought some is where it went on.
    if (at > 0 && at < length && log.at(at)?.connection === connection) found.push(reconnectedAt(log, at, length));
  }
  return found;
}

function reconnectedAt(log: EventLog, at: number, length: number): Reconnected {
  const milliseconds = Math.max(0, (log.at(at)?.arrival ?? 0) - (log.at(at - 1)?.arrival ?? 0));
  const from = numberFrom(log, at - 1, -1, -1, () => true);
  // What a resume repeats is not where it goes on.
  const to = numberFrom(log, at, 1, length, (number) => from === null || number > from);
  return { at, milliseconds, from, to, lost: from === null || to === null ? 0 : to - from - 1 };
}

/** The first wanted sequence number on the way from `start` to before `end`; null where there is none. */
function numberFrom(log: EventLog, start: number, step: 1 | -1, end: number, isWanted: (number: number) => boolean): number | null {
  for (let index = start; index !== end; index += step) {
    const number = log.at(index)?.sequenceNumber ?? null;
    if (number !== null && isWanted(number)) return number;
  }
  return null;
}
