import { arrayOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { isKnownEventType } from '#protocol/event-types.ts';
import { itemEvents, type EventDraft, type PartialImages } from './item-events.ts';

/** A long silence before this item makes the server send a `keepalive`, which takes a number of its own (reference §3.4). */
const KEEPALIVE_BEFORE_DONE = 'image_generation_call';

/** All events of the stream that ends in `response`; the partial images belong to its first image. */
export function responseDrafts(response: JsonObject, partialImages: PartialImages): readonly EventDraft[] {
  const output = arrayOf(response['output']).map(objectOf);
  const firstImage = output.find((item) => item?.['type'] === 'image_generation_call');
  return [
    ...opening(response),
    ...output.flatMap((item, index) => outputEvents(item, index, item === firstImage ? partialImages : [])),
    ...ending(response),
  ];
}

/** A draft as it goes out. The names of servers' own events stay as they are, all others stand behind `response.`. */
export function numbered({ name, fields }: EventDraft, sequence_number: number): JsonObject {
  const type = isKnownEventType(`response.${name}`) && name !== 'error' ? `response.${name}` : name;
  return { type, sequence_number, ...fields };
}

/** One frame as it stands on the wire. */
export function frameOf(event: JsonObject): string {
  return `event: ${stringOf(event['type'])}\ndata: ${JSON.stringify(event)}\n\n`;
}

function outputEvents(item: JsonObject | null, index: number, partialImages: PartialImages): readonly EventDraft[] {
  if (item === null) return [];
  const events = itemEvents(item, index, partialImages);
  return item['type'] === KEEPALIVE_BEFORE_DONE ? [...events.slice(0, -1), { name: 'keepalive', fields: {} }, ...events.slice(-1)] : events;
}

/** How the stream of a response begins; a background one starts queued. */
export function opening(response: JsonObject): readonly EventDraft[] {
  const running = snapshot(response, 'in_progress');
  if (response['background'] !== true)
    return [
      { name: 'created', fields: { response: running } },
      { name: 'in_progress', fields: { response: running } },
    ];
  const queued = snapshot(response, 'queued');
  return [
    { name: 'created', fields: { response: queued } },
    { name: 'queued', fields: { response: queued } },
    { name: 'in_progress', fields: { response: running } },
  ];
}

/** The response as it was before anything came out of it. */
function snapshot(response: JsonObject, status: string): JsonObject {
  const early = { status, output: [], usage: null, completed_at: null, error: null, incomplete_details: null, service_tier: 'auto' };
  const known = Object.entries(early).filter(([name]) => Object.hasOwn(response, name));
  const { tool_usage: _countedAtTheEnd, ...rest } = response;
  return { ...rest, ...Object.fromEntries(known) };
}

/** How it ends. A failure is announced twice: by a nested `error` event and by the terminal one. */
export function ending(response: JsonObject): readonly EventDraft[] {
  const error = objectOf(response['error']);
  const announced = error === null ? [] : [{ name: 'error', fields: { error: { type: 'server_error', param: null, ...error } } }];
  return [...announced, { name: stringOf(response['status']) ?? 'completed', fields: { response } }];
}
