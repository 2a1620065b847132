import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEventStream } from '#protocol/event-stream.ts';
import { drawFrames } from '#testing/event-drawing.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import type { FoldState } from './fold-state.ts';
import { createStreamRecorder, foldStream } from './record-stream.ts';

const streams = loadSamples().flatMap(({ entry, body, streamText }) =>
  streamText === null || entry.faults !== undefined ? [] : [{ id: entry.id, body, text: streamText }],
);
function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function record(pieces: readonly Uint8Array[]): FoldState {
  const recorder = createStreamRecorder();
  for (const piece of pieces) recorder.append(piece, 0);
  recorder.close();
  return recorder.state();
}

it.each(streams.map((stream) => [stream.id, stream] as const))(
  '%s folds to the response it ends in, also without its last event',
  (_, { text, body }) => {
    const frames = splitEventStream(text).map(({ source }) => source);
    const whole = foldStream(bytesOf(text));
    expect(whole.response).toEqual(body);
    expect(whole.missing).toEqual([]);
    const cut = foldStream(bytesOf(frames.slice(0, -1).join('')));
    expect(cut.response?.['output']).toEqual(body['output']);
  },
);

describe('a stream that nobody should send', () => {
  const sample = streams.find(({ id }) => id.includes('every_tool'))?.text ?? '';
  const frames = [
    ...splitEventStream(sample).map(({ source }) => source),
    ...drawFrames(`
      shell_call_command.delta         {"output_index":1,"command_index":900000000,"delta":"x"}
      output_text.delta                {"output_index":9007199254740991,"content_index":4000000000,"delta":"x"}
      output_text.annotation.added     {"annotation_index":1e300,"annotation":{"type":"file_path"}}
      shell_call_output_content.delta  {"delta":{"stdout":1,"stderr":null}}
      created                          {"sequence_number":0,"response":{"id":"resp_other","output":[null,1,{"type":"message"}]}}
      error                            {"error":[]}
      toString                         {"__proto__":{"a":1},"item":{},"response":{}}
      output_item.added                {"item":{"type":"message","content":"text","id":7}}
      [DONE]
    `),
  ];
  const odd = fc.constantFrom('null', '-1', '"x"', '{}', '[]', '[[]]', '1e9', 'true', '""');
  const mutation = fc.record({ at: fc.nat(), with: odd });
  const drawn = fc.array(fc.tuple(fc.nat(frames.length - 1), fc.option(mutation)), { maxLength: 200 });

  it('never makes it throw, and never makes a state that is no JSON', () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.nat(60_000), { maxLength: 10 }), (picks, cuts) => {
        const text = picks.map(([index, change]) => mutated(frames[index] ?? '', change)).join('');
        const bytes = bytesOf(text);
        const places = [0, ...cuts.filter((cut) => cut < bytes.length).toSorted((left, right) => left - right), bytes.length];
        const state = record(places.slice(1).map((end, index) => bytes.subarray(places[index], end)));
        expect(JSON.parse(JSON.stringify(state.response))).toEqual(state.response);
        expect(state.items).toHaveLength(((state.response?.['output'] ?? []) as unknown[]).length);
        expect(JSON.stringify(state)).toBe(JSON.stringify(foldStream(bytes)));
      }),
      { numRuns: 60 },
    );
  });

  it('never makes it throw when events are missing, doubled or out of order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...frames, ...frames.slice(0, 40)]), (shuffled) => {
        const state = foldStream(bytesOf(shuffled.join('')));
        expect(state.eventCount).toBe(shuffled.length);
      }),
      { numRuns: 15 },
    );
  });
});

/** Puts something odd in place of one of the values of a frame. */
function mutated(frame: string, change: { readonly at: number; readonly with: string } | null): string {
  if (change === null) return frame;
  const values = [...frame.matchAll(/(?<=":)(?:"(?:[^"\\]|\\.)*"|-?\d+|null|\[\]|\{\})/g)];
  const value = values[change.at % Math.max(1, values.length)];
  return value === undefined ? frame : frame.slice(0, value.index) + change.with + frame.slice(value.index + value[0].length);
}
