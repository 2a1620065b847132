import { objectOf, stringOf, type JsonValue } from '#base/json.ts';

/** The `type` that all of `entries` have, so that it need be said once only; null where they differ or some have none. */
export function sameTypeOf(entries: readonly JsonValue[]): string | null {
  const first = stringOf(objectOf(entries[0])?.['type']);
  return entries.every((entry) => stringOf(objectOf(entry)?.['type']) === first) ? first : null;
}
