import { stringOf, type JsonObject } from '#base/json.ts';
import type { PartialImages } from '#sample-api/event-writing/item-events.ts';
import { numbered, responseDrafts } from '#sample-api/event-writing/response-events.ts';
import { obfuscationOf } from './obfuscation.ts';

/** The whole event stream that ends in `response`, numbered from 0. A background one is not padded, as recorded ones are not. */
export function paddedEvents(response: JsonObject, partialImages: PartialImages): readonly JsonObject[] {
  return responseDrafts(response, partialImages).map((draft, sequenceNumber) => {
    const { delta } = draft.fields;
    const event = numbered(draft, sequenceNumber);
    const isPadded = typeof delta === 'string' && response['background'] !== true;
    return isPadded ? { ...event, obfuscation: obfuscationOf(delta, `${stringOf(response['id'])}${sequenceNumber}`) } : event;
  });
}
