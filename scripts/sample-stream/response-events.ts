import { arrayOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { obfuscationOf } from './deltas.ts';
import { itemEvents, type EventDraft, type PartialImages } from './item-events.ts';

/** Deltas of these are not padded on the wire: they carry objects, or come from the reasoning. */
const UNPADDED = ['shell_call_output_content.delta'];
/** A long silence before this item makes the server send a `keepalive`, which takes a number of its own (reference §3.4). */
const KEEPALIVE_BEFORE_DONE = 'image_generation_call';

/** The whole event stream that ends in `response`, numbered from 0. A background one starts queued and is not padded, as recorded ones are. */
export function responseEvents(response: JsonObject, partialImages: PartialImages): readonly JsonObject[] {
  const drafts = [
    ...opening(response),
    ...arrayOf(response['output']).flatMap((item, index) => outputEvents(item, index, partialImages)),
    ...ending(response),
  ];
  return drafts.map(({ name, fields }, sequence_number) => {
    const event = { type: name === 'keepalive' || name === 'error' ? name : `response.${name}`, sequence_number, ...fields };
    const delta = fields['delta'];
    const isPadded = typeof delta === 'string' && response['background'] !== true && !UNPADDED.includes(name);
    return isPadded ? { ...event, obfuscation: obfuscationOf(delta, `${stringOf(response['id'])}${sequence_number}`) } : event;
  });
}

/** One frame as it stands on the wire. */
export function frameOf(event: JsonObject): string {
  return `event: ${stringOf(event['type'])}\ndata: ${JSON.stringify(event)}\n\n`;
}

function outputEvents(item: unknown, index: number, partialImages: PartialImages): readonly EventDraft[] {
  const fields = objectOf(item as JsonObject);
  if (fields === null) return [];
  const events = itemEvents(fields, index, partialImages);
  return fields['type'] === KEEPALIVE_BEFORE_DONE
    ? [...events.slice(0, -1), { name: 'keepalive', fields: {} }, ...events.slice(-1)]
    : events;
}

function opening(response: JsonObject): readonly EventDraft[] {
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

/** A failure is announced twice: by a nested `error` event and by the terminal one. */
function ending(response: JsonObject): readonly EventDraft[] {
  const error = objectOf(response['error']);
  const announced = error === null ? [] : [{ name: 'error', fields: { error: { type: 'server_error', param: null, ...error } } }];
  return [...announced, { name: stringOf(response['status']) ?? 'completed', fields: { response } }];
}
