import { isJsonArray, isJsonObject, type JsonArray, type JsonObject, type JsonValue } from './json.ts';

/** Below this, equal parts are not looked for: it bounds the stack, and nobody draws so deep. */
const DEEPEST = 100;

/**
 * `next`, with every part that equals its counterpart in `previous` replaced by that counterpart: what is the same stays the same object,
 * so that a view which compares by identity draws only what changed. Keys in another order are a difference, since they are shown in their order.
 */
export function shareJson<Value extends JsonValue>(previous: JsonValue | undefined, next: Value): Value {
  return shared(previous, next, 0) as Value;
}

function shared(previous: JsonValue | undefined, next: JsonValue, depth: number): JsonValue {
  if (previous === next || depth > DEEPEST) return next;
  if (isJsonArray(previous) && isJsonArray(next)) return sharedArray(previous, next, depth);
  if (isJsonObject(previous) && isJsonObject(next)) return sharedObject(previous, next, depth);
  return next;
}

function sharedArray(previous: JsonArray, next: JsonArray, depth: number): JsonArray {
  const members = next.map((member, index) => shared(previous[index], member, depth + 1));
  const isSame = previous.length === next.length && members.every((member, index) => member === previous[index]);
  return isSame ? previous : members;
}

function sharedObject(previous: JsonObject, next: JsonObject, depth: number): JsonObject {
  const entries = Object.entries(next).map(
    ([key, value]) => [key, shared(Object.hasOwn(previous, key) ? previous[key] : undefined, value, depth + 1)] as const,
  );
  const old = Object.entries(previous);
  const isSame =
    old.length === entries.length && entries.every(([key, value], index) => old[index]?.[0] === key && old[index]?.[1] === value);
  return isSame ? previous : Object.fromEntries(entries);
}
