import { isJsonArray, isJsonObject, type JsonValue } from '#base/json.ts';
import type { EventLog } from '#model/event-log.ts';

/** So far back an event with the same number is looked for. */
const FARTHEST = 20_000;

/**
 * Whether the event at `index` says the same as the one that came before it with this `sequence_number`, whatever padding they have.
 * True where there is none to compare it with.
 */
export function isSameEvent(log: Pick<EventLog, 'at' | 'eventAt'>, number: number, index: number): boolean {
  for (let earlier = index - 1; earlier >= Math.max(0, index - FARTHEST); earlier -= 1) {
    if (log.at(earlier)?.sequenceNumber !== number) continue;
    const before = log.eventAt(earlier);
    const now = log.eventAt(index);
    if (before?.kind !== 'event' || now?.kind !== 'event') return false;
    return before.type === now.type && isSameJson(before.json, now.json);
  }
  return true;
}

/** Equal but for `obfuscation`, which is random. */
function isSameJson(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (isJsonArray(left))
    return isJsonArray(right) && left.length === right.length && left.every((member, at) => isSameJson(member, right[at]));
  if (!isJsonObject(left) || !isJsonObject(right)) return left === right;
  const keys = Object.keys({ ...left, ...right }).filter((key) => key !== 'obfuscation');
  return keys.every((key) => isSameJson(left[key], right[key]));
}
