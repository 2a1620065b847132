import type { JsonObject } from '#base/json.ts';
import { assistantMessage, plainResponse } from './plain-response.ts';

/** The response that magic IDs answer with when the ID is what matters, not the answer. */
export function shortResponse(id: string, text: string): JsonObject {
  return plainResponse(id, [assistantMessage('msg_sample', text)]);
}

/** A response with an unknown field that holds `levels` objects inside one another. */
export function deepResponse(id: string, levels: number): JsonObject {
  let nested: JsonObject = { level: levels, note: 'the bottom' };
  for (let level = levels - 1; level > 0; level -= 1) nested = { level, next: nested };
  return { ...shortResponse(id, `The field "nested" is ${levels} levels deep.`), nested };
}

/** A response whose times are floats, as Python servers write them. Text, since JavaScript would write 1781006400.0 without its ".0". */
export function floatTimesResponse(id: string): string {
  return JSON.stringify(shortResponse(id, 'My times are floats.'), null, 2)
    .replace(/"created_at": (\d+)/, '"created_at": $1.0')
    .replace(/"completed_at": (\d+)/, '"completed_at": $1.25');
}
