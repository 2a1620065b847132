import { describe, expect, it } from 'vitest';
import { arrayOf, stringOf, valueAt } from '#base/json.ts';
import { drawFrames } from '#testing/event-drawing.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { splitEventStream } from '#protocol/event-stream.ts';
import type { FoldState } from './fold-state.ts';
import { createStreamRecorder } from './record-stream.ts';
import { stillToCome } from './still-to-come.ts';

/** The states of one fold after each frame. */
function statesOf(frames: readonly string[]): readonly FoldState[] {
  const recorder = createStreamRecorder();
  return frames.map((frame) => {
    recorder.append(new TextEncoder().encode(frame), 0);
    return recorder.state();
  });
}

const FRAMES = drawFrames(`
  created                        {"response":{"id":"resp_1","status":"in_progress","output":[],"usage":null,"error":null}}
  output_item.added              {"output_index":0,"item":{"type":"reasoning","id":"rs_1","summary":[]}}
  reasoning_summary_text.delta   {"output_index":0,"summary_index":0,"delta":"Looking"}
  reasoning_summary_text.delta   {"output_index":0,"summary_index":0,"delta":" around"}
  output_item.done               {"output_index":0,"item":{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"Looking around"}]}}
  output_item.added              {"output_index":1,"item":{"type":"message","id":"msg_1","role":"assistant","status":"in_progress","content":[]}}
  output_text.delta              {"output_index":1,"content_index":0,"delta":"Hel"}
  output_item.done               {"output_index":1,"item":{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"Hello"}]}}
  completed                      {"response":{"id":"resp_1","status":"completed","usage":{"total_tokens":3},"error":null,"output":[]}}
`);
const states = statesOf(FRAMES);
function at(event: number, end = states.length - 1) {
  const [now, then] = [states[event], states[end]];
  if (now === undefined || then === undefined) throw new Error('No such event');
  return stillToCome(now, then);
}

describe('what is still to come', () => {
  it('is items, texts and fields', () => {
    const { items, coming, fields, characters } = at(2);
    expect(items).toEqual([{ texts: [{ path: ['summary', 0, 'text'], rest: ' around' }], changes: [], fields: [], characters: 7 }]);
    expect(coming).toMatchObject([{ position: 1, item: { id: 'msg_1' }, state: { outputIndex: 1 } }]);
    expect(fields).toMatchObject({
      changes: [{ path: ['status'], from: 'in_progress', to: 'completed' }],
      fields: [{ path: ['usage'], value: { total_tokens: 3 } }],
    });
    expect(characters).toBe(' aroundHello'.length);
  });

  it('is nothing at the end, and nothing for what is done', () => {
    expect(at(states.length - 1)).toEqual({ items: [null, null], coming: [], fields: null, characters: 0 });
    expect(at(4).items).toEqual([null]);
  });

  it('is what has come since, while more is expected', () => {
    expect(at(2, 3)).toMatchObject({ coming: [], fields: null, characters: 7 });
  });

  it('is the same object as long as the item and its end are the same', () => {
    expect(at(5).items[1]).toBe(at(5).items[1]);
    expect(at(6).items[1]).not.toBe(at(5).items[1]);
  });
});

describe('items that stand elsewhere in the end', () => {
  const message = (id: string, text: string) => `{"type":"message","id":"${id}","content":[{"type":"output_text","text":"${text}"}]}`;
  function between(first: string, rest: string) {
    const frames = drawFrames(`created {"response":{"id":"resp_1","output":[]}}\n${first}\n${rest}`);
    const [now, end] = [statesOf(frames.slice(0, 2)).at(-1), statesOf(frames).at(-1)];
    if (now === undefined || end === undefined) throw new Error('No events');
    return stillToCome(now, end);
  }

  it('are found by their index when another one comes before them', () => {
    const { items, coming } = between(
      `output_item.added {"output_index":1,"item":${message('b', 'B')}}`,
      `output_item.added {"output_index":0,"item":${message('a', 'A')}}`,
    );
    expect(items).toEqual([null]);
    expect(coming).toMatchObject([{ position: 0, item: { id: 'a' } }]);
  });

  it('are found by their type where the last event gives all of them other IDs and places', () => {
    const { items, coming } = between(
      `output_item.added {"output_index":4,"item":${message('streamed', 'Yes')}}`,
      `completed {"response":{"id":"resp_1","output":[{"type":"reasoning","id":"rs","summary":[]},${message('final', 'Yes.')}]}}`,
    );
    expect(items).toMatchObject([{ texts: [{ rest: '.' }], changes: [{ path: ['id'], from: 'streamed', to: 'final' }] }]);
    expect(coming).toMatchObject([{ position: 0, item: { type: 'reasoning' } }]);
  });

  it('are gone where the end has none of them', () => {
    const { items, coming } = between(
      `output_item.added {"output_index":0,"item":${message('empty', '')}}`,
      `completed {"response":{"id":"resp_1","output":[{"type":"function_call","id":"fc","arguments":"{}"}]}}`,
    );
    expect(items).toEqual(['gone']);
    expect(coming).toMatchObject([{ position: 0 }]);
  });
});

const streams = loadSamples().flatMap(({ entry, streamText }) => (streamText === null ? [] : [[entry.id, streamText] as const]));

it.each(streams)('puts the texts of %s together again, from wherever it stood', (_, text) => {
  const all = statesOf(splitEventStream(text).map(({ source }) => source));
  const end = all.at(-1);
  if (end === undefined) throw new Error('No events');
  const step = Math.ceil(all.length / 40);
  for (const now of all.filter((_state, event) => event % step === 0)) {
    const { items, coming } = stillToCome(now, end);
    expect(items.length - items.filter((item) => item === 'gone').length + coming.length).toBe(arrayOf(end.response?.['output']).length);
    items.forEach((toCome, position) => {
      for (const { path, rest } of toCome === null || toCome === 'gone' ? [] : toCome.texts) {
        const here = stringOf(valueAt(now.response, ['output', position, ...path])) ?? '';
        expect(here + rest).toBe(valueAt(end.response, ['output', position, ...path]));
      }
    });
  }
});
