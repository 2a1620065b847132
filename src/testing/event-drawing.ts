import { isKnownEventType } from '#protocol/event-types.ts';

/**
 * Draws an event stream as text, one event per line: an optional sequence number, the type and the other fields as JSON.
 * "response." may be left out of types we know; `[DONE]` and whatever else is no event stands for the data of a frame.
 *
 *     0 created            {"response":{"id":"resp_1"}}
 *     1 output_text.delta  {"output_index":0,"delta":"Hi"}
 *     [DONE]
 */
export function drawStream(drawing: string): string {
  return drawFrames(drawing).join('');
}

/** The same, frame by frame. */
export function drawFrames(drawing: string): readonly string[] {
  const lines = drawing.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').map(frameOf);
}

function frameOf(line: string): string {
  const [, number, name = '', fields = ''] = /^(?:(\d+)\s+)?([\w.:-]+)\s*(\{.*\})?$/.exec(line) ?? [];
  if (name === '') return `data: ${line}\n\n`;
  const type = !isKnownEventType(name) && isKnownEventType(`response.${name}`) ? `response.${name}` : name;
  const event = { type, ...(number === undefined ? {} : { sequence_number: Number(number) }), ...(JSON.parse(fields || '{}') as object) };
  return `event: ${type}\ndata: ${JSON.stringify(event)}\n\n`;
}
