import { arrayOf, isJsonObject, numberOf, objectOf, stringOf, tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';
import type { EventFrame } from '#protocol/event-stream.ts';

/** What a finished event stream amounts to. */
export type FinalState = { readonly response: JsonObject; readonly eventCount: number };

/**
 * The Response as a finished stream left it, or null when no event carries one. The last snapshot is authoritative, except that
 * some servers send it with an empty `output`; then the items that were streamed stand (reference §0.6).
 */
export function finalState(frames: readonly EventFrame[]): FinalState | null {
  let response: JsonObject | null = null;
  const items = new Map<number, JsonValue>();
  for (const frame of frames) {
    const parsed = tryParseJson(frame.data);
    const event = parsed.ok ? objectOf(parsed.value) : null;
    if (event === null) continue;
    response = objectOf(event['response']) ?? response;
    const isItem = stringOf(event['type'])?.startsWith('response.output_item.') ?? false;
    if (isItem && isJsonObject(event['item'])) items.set(numberOf(event['output_index']) ?? items.size, event['item']);
  }
  if (response === null) return null;
  const streamed = [...items].toSorted(([left], [right]) => left - right).map(([, item]) => item);
  const hasOutput = arrayOf(response['output']).length > 0;
  return { response: hasOutput ? response : { ...response, output: streamed }, eventCount: frames.length };
}
