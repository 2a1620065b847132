import { describe, expect, it } from 'vitest';
import { arrayOf, isJsonObject, numberOf, objectOf, stringOf, valueAt, type JsonObject, type JsonValue } from '#base/json.ts';
import { EVENT_TYPES, type ExtraEventType } from '#protocol/event-types.ts';
import { loadSamples } from '#testing/sample-loader.ts';

const stored = loadSamples().flatMap(({ entry, body, streamText }) =>
  streamText === null ? [] : [{ id: entry.id, body, text: streamText, faults: entry.faults }],
);
const streams = stored.filter(({ faults }) => faults === undefined);

type Frame = { readonly name: string; readonly event: JsonObject };

/** The files are written by us, so that a frame is always one `event:` and one `data:` line. */
function framesOf(text: string): readonly Frame[] {
  return text
    .split('\n\n')
    .slice(0, -1)
    .map((frame) => {
      const [, name = '', data = ''] = /^event: (\S+)\ndata: (.+)$/.exec(frame) ?? [];
      return { name, event: JSON.parse(data) as JsonObject };
    });
}

/** What tells one growing text of a stream from another. */
function placeOf(event: JsonObject, stem: string): string {
  return JSON.stringify([stem, event['output_index'], event['content_index'], event['summary_index'], event['command_index']]);
}

/** What the deltas of one text add up to, by the event that ends it. */
function endsOfTexts(events: readonly JsonObject[]): readonly { readonly typed: string; readonly done: JsonValue | undefined }[] {
  const typed = new Map<string, string>();
  return events.flatMap((event) => {
    const [, stem = '', kind = ''] = /^(.*)\.(delta|done)$/.exec(stringOf(event['type']) ?? '') ?? [];
    const place = placeOf(event, stem);
    if (kind === 'delta' && typeof event['delta'] === 'string') typed.set(place, (typed.get(place) ?? '') + event['delta']);
    // The events that end sound and its transcript hold nothing.
    if (kind !== 'done' || !typed.has(place) || stem.startsWith('response.audio')) return [];
    const done = ['text', 'refusal', 'arguments', 'input', 'code', 'command', 'diff']
      .map((field) => event[field])
      .find((value) => value !== undefined);
    return [{ typed: typed.get(place) ?? '', done }];
  });
}

const TERMINAL = ['response.completed', 'response.incomplete', 'response.failed'];

describe.each(streams)('the stream of $id', ({ body, text }) => {
  const frames = framesOf(text);
  const events = frames.map((frame) => frame.event);

  it('names each frame as its event, numbered from 0 without a gap', () => {
    expect(text.endsWith('\n\n')).toBe(true);
    expect(frames.map((frame) => frame.name)).toEqual(events.map((event) => event['type']));
    expect(events.map((event) => event['sequence_number'])).toEqual(events.map((_, index) => index));
  });

  it('begins with response.created and ends with the body', () => {
    const last = events.at(-1);
    expect(events[0]?.['type']).toBe('response.created');
    expect(TERMINAL).toContain(last?.['type']);
    expect(JSON.stringify(last?.['response'])).toBe(JSON.stringify(body));
    expect(events.filter((event) => TERMINAL.includes(stringOf(event['type']) ?? ''))).toHaveLength(1);
  });

  it('opens and closes each item of the body once, in order', () => {
    const output = arrayOf(body['output']);
    const indexes = output.map((_, index) => index);
    const opened = events.filter((event) => event['type'] === 'response.output_item.added');
    const closed = events.filter((event) => event['type'] === 'response.output_item.done');
    expect(opened.map((event) => event['output_index'])).toEqual(indexes);
    expect(closed.map((event) => event['output_index'])).toEqual(indexes);
    expect(JSON.stringify(closed.map((event) => event['item']))).toBe(JSON.stringify(output));
  });

  it('has deltas that add up to what is done', () => {
    for (const end of endsOfTexts(events)) expect(end.typed).toBe(end.done);
  });

  it('addresses items that are open', () => {
    const open = new Map<number, string | null>();
    for (const event of events) {
      const index = numberOf(event['output_index']);
      if (index === null) continue;
      if (event['type'] === 'response.output_item.added') open.set(index, stringOf(objectOf(event['item'])?.['id']));
      expect(open.has(index)).toBe(true);
      expect(event['item_id'] ?? open.get(index)).toBe(open.get(index));
      if (event['type'] === 'response.output_item.done') open.delete(index);
    }
    expect([...open.keys()]).toEqual([]);
  });
});

const OPENAI_ALSO_SENDS = [
  'response.apply_patch_call_operation_diff.delta',
  'response.apply_patch_call_operation_diff.done',
  'keepalive',
] satisfies readonly ExtraEventType[];

describe('the streams together', () => {
  const all = streams.map((stream) => ({ ...stream, events: framesOf(stream.text).map((frame) => frame.event) }));
  const types = new Set(all.flatMap(({ events }) => events.map((event) => event['type'])));

  it('are at least six, with those of agent, hello, hostile, a background run and structured output', () => {
    expect(streams.length).toBeGreaterThanOrEqual(6);
    const ids = streams.map((stream) => stream.id);
    const wanted = ['refund_agent', 'hello', 'hostile', 'background_report', 'invoice', 'incident_triage', 'images'];
    expect(ids).toEqual(expect.arrayContaining(wanted.map((slug) => `resp_sample_${slug}`)));
  });

  it('hold every event that the API knows, and those that OpenAI sends beside', () => {
    const wanted = [...EVENT_TYPES, ...OPENAI_ALSO_SENDS];
    expect(wanted.filter((type) => !types.has(type))).toEqual([]);
  });

  it('spell out sound and its transcript', () => {
    const spoken = all.find(({ id }) => id === 'resp_sample_spoken');
    const joined = (type: string) =>
      (spoken?.events ?? [])
        .filter((event) => event['type'] === type)
        .map((event) => stringOf(event['delta']))
        .join('');
    const part = objectOf(valueAt(spoken?.body, ['output', 0, 'content', 0]));
    expect(joined('response.audio.delta')).toBe(part?.['data']);
    expect(joined('response.audio.transcript.delta')).toBe(part?.['transcript']);
  });

  it('are padded unless they ran in the background', () => {
    for (const { body, events } of all) {
      const deltas = events.filter((event) => typeof event['delta'] === 'string');
      const padded = deltas.filter((event) => typeof event['obfuscation'] === 'string');
      expect(padded).toHaveLength(body['background'] === true ? 0 : deltas.length);
    }
  });

  it('carry probabilities without bytes, as events do', () => {
    const logprobs = all.flatMap(({ events }) => events.flatMap((event) => arrayOf(event['logprobs']))).filter(isJsonObject);
    expect(logprobs.length).toBeGreaterThan(0);
    expect(logprobs.filter((logprob) => 'bytes' in logprob)).toEqual([]);
  });
});

describe('the stream with faults', () => {
  const [faulty] = stored.filter(({ faults }) => faults !== undefined);
  const events = framesOf(faulty?.text ?? '').map((frame) => frame.event);

  it('has those that its entry names', () => {
    const numbers = events.map((event) => numberOf(event['sequence_number']) ?? -1);
    expect(numbers.filter((number, index) => index > 0 && number !== (numbers[index - 1] ?? 0) + 1)).toHaveLength(1);
    expect(endsOfTexts(events).filter(({ typed, done }) => typed !== done)).toHaveLength(2);
    const added = events.filter((event) => event['type'] === 'response.output_item.added');
    const done = events.filter((event) => event['type'] === 'response.output_item.done');
    expect(added.length - done.length).toBe(1);
    const usage = objectOf(faulty?.body['usage']);
    expect(usage?.['total_tokens']).not.toBe((numberOf(usage?.['input_tokens']) ?? 0) + (numberOf(usage?.['output_tokens']) ?? 0));
    const call = objectOf(arrayOf(faulty?.body['output']).at(-1));
    expect(call?.['arguments']).toContain('"order_id":48213');
    expect(faulty?.faults).toHaveLength(5);
  });
});
