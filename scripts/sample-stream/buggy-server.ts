import { stringOf, type JsonObject } from '#base/json.ts';

/**
 * The events of a good stream as a server with bugs sends them: it cuts deltas inside a character, loses an event on the way and does not
 * close the last item. Its arguments and its usage are wrong in the body already.
 */
export function spoiled(events: readonly JsonObject[]): readonly JsonObject[] {
  const closing = events.findLast(({ type }) => type === 'response.output_item.done');
  const sent = events.filter((event) => event !== closing).map((event, number): JsonObject => ({ ...event, sequence_number: number }));
  const lost = sent.filter(({ type }) => type === 'response.reasoning_summary_text.delta')[LOST_DELTA];
  return sent.filter((event) => event !== lost).map(withBrokenCharacters);
}

/** Which delta of the reasoning is numbered and then lost. */
const LOST_DELTA = 4;

/** Decodes each token by itself, so that the three bytes of one character become three that stand for none. */
function withBrokenCharacters(event: JsonObject): JsonObject {
  const delta = stringOf(event['delta']);
  return delta === null ? event : { ...event, delta: delta.replaceAll('€', '\uFFFD'.repeat(3)) };
}
