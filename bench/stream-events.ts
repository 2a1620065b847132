import { WORDS } from '#sample-api/live/made-events.ts';

/** What a server sends per network read, roughly. */
const READ_BYTES = 65_536;
const DELTAS_PER_ITEM = 500;
const EVENTS_PER_ITEM = DELTAS_PER_ITEM + 5;

/**
 * The network reads of a stream of about `count` events, as OpenAI sends them: messages of 500 deltas each, every delta with its ids and its padding,
 * a whole text at the end of each message and the whole response at the end. Made while they are asked for, so that only what a reader keeps is kept.
 */
export function* streamReads(count: number): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let text = '';
  for (const frame of frames(count)) {
    text += frame;
    if (text.length < READ_BYTES) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

type Frame = (type: string, fields: object) => string;

function* frames(count: number): Generator<string> {
  let number = 0;
  const frame: Frame = (type, fields) => {
    const event = { type: `response.${type}`, sequence_number: number, ...fields };
    number += 1;
    return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
  };
  const response = { id: 'resp_bench', object: 'response', model: 'bench', tools: [], parallel_tool_calls: true };
  yield frame('created', { response: { ...response, status: 'in_progress', output: [] } });
  const output: object[] = [];
  for (let index = 0; index < Math.floor(count / EVENTS_PER_ITEM); index += 1) output.push(yield* messageFrames(frame, index));
  yield frame('completed', { response: { ...response, status: 'completed', output } });
}

/** The events of one message; returns the message as it is when it is done. */
function* messageFrames(frame: Frame, output_index: number): Generator<string, object> {
  const place = { item_id: `msg_bench_0123456789abcdef0123456789_${output_index}`, output_index, content_index: 0 };
  const item = { id: place.item_id, type: 'message', status: 'in_progress', role: 'assistant', content: [] };
  const part = { type: 'output_text', text: '', annotations: [], logprobs: [] };
  yield frame('output_item.added', { output_index, item });
  yield frame('content_part.added', { ...place, part });
  let text = '';
  for (let index = 0; index < DELTAS_PER_ITEM; index += 1) {
    const delta = WORDS[(index * 7 + output_index) % WORDS.length] ?? '';
    text += delta;
    yield frame('output_text.delta', { ...place, delta, logprobs: [], obfuscation: 'k3Jd9fLq2xPz7wNb'.slice(delta.length) });
  }
  const done = { ...item, status: 'completed', content: [{ ...part, text }] };
  yield frame('output_text.done', { ...place, text, logprobs: [] });
  yield frame('content_part.done', { ...place, part: { ...part, text } });
  yield frame('output_item.done', { output_index, item: done });
  return done;
}
