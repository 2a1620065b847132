import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayOf, isJsonObject, type JsonObject } from '#base/json.ts';
import type { StreamEvent } from '#protocol/stream-event.ts';
import { drawStream } from '#testing/event-drawing.ts';
import { oddEvent } from '#testing/odd-event.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { createEventLog } from './event-log.ts';
import { createFold } from './fold.ts';
import { createFoldMarks } from './fold-marks.ts';
import type { FoldState } from './fold-state.ts';
import { recordStream } from './record-stream.ts';
import type { StreamRecording } from './recording.ts';
import { recordingAt, stateAt } from './replay.ts';

/** A recording with a mark after every event that brings its work over `stride`, in bytes. */
function record(text: string, stride: number) {
  const events: StreamEvent[] = [];
  const fold = createFold();
  const marks = createFoldMarks(fold, stride);
  const log = createEventLog((event, _index, byteLength) => {
    events.push(event);
    fold.apply(event);
    marks.take(byteLength);
  });
  log.append(new TextEncoder().encode(text), 0);
  log.disconnect();
  return { recording: { log, length: log.length(), marks }, events };
}

/** States after each event, of a fold that sees nothing else. */
function foldPrefixes(events: readonly StreamEvent[]): readonly string[] {
  const fold = createFold();
  return events.map((event) => {
    fold.apply(event);
    return asText(fold.state());
  });
}

function asText(state: FoldState): string {
  return JSON.stringify({ ...state, unknownTypes: [...state.unknownTypes] });
}

function sse(events: readonly unknown[]): string {
  return events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
}

const streams = loadSamples().flatMap(({ entry, streamText }) => (streamText === null ? [] : [{ id: entry.id, text: streamText }]));

describe('stateAt', () => {
  it.each(streams)('$id: after any event it is what the events up to it fold to, in whatever order one asks', ({ text }) => {
    const { recording, events } = record(text, 2_000);
    const prefixes = foldPrefixes(events);
    const order = [...events.keys()].map((at) => (at * 7919) % events.length);
    for (const event of order) expect(asText(stateAt(recording, event))).toBe(prefixes[event]);
    for (const event of events.keys()) expect(asText(stateAt(recording, event))).toBe(prefixes[event]);
  });

  it('holds for streams of any events, with restarts, repeats, gaps and stubs, and marks anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(oddEvent, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 3_000 }),
        fc.array(fc.nat(39), { maxLength: 12 }),
        (json, stride, jumps) => {
          const { recording, events } = record(sse(json), stride);
          const prefixes = foldPrefixes(events);
          for (const jump of jumps) {
            const event = Math.min(jump, events.length - 1);
            expect(asText(stateAt(recording, event))).toBe(prefixes[event]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('hands out states that never change, also while others are asked for', () => {
    fc.assert(
      fc.property(fc.array(oddEvent, { minLength: 1, maxLength: 25 }), fc.array(fc.nat(24), { maxLength: 20 }), (json, jumps) => {
        const { recording, events } = record(sse(json), 500);
        const states = jumps.map((jump) => {
          const state = stateAt(recording, Math.min(jump, events.length - 1));
          return { state, text: asText(state) };
        });
        for (const { state, text } of states) expect(asText(state)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  const TWO_ITEMS = drawStream(`
    0 created           {"response":{"id":"resp_1","tools":[{"type":"web_search"}],"output":[]}}
    1 output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1","content":[]}}
    2 output_text.delta {"output_index":0,"content_index":0,"delta":"Figs"}
    3 output_item.added {"output_index":1,"item":{"type":"message","id":"msg_2","content":[]}}
    4 output_text.delta {"output_index":1,"content_index":0,"delta":"Pl"}
    5 output_text.delta {"output_index":1,"content_index":0,"delta":"ums"}
  `);

  it.each([1, 1_000_000])('answers with the same objects where nothing changed, forward and back (a mark every %i bytes)', (stride) => {
    const { recording } = record(TWO_ITEMS, stride);
    const [later, earlier, again] = [5, 4, 5].map((event) => stateAt(recording, event));
    expect(again).toBe(later);
    expect(itemsOf(earlier)[0]).toBe(itemsOf(later)[0]);
    expect(itemsOf(earlier)[1]).not.toBe(itemsOf(later)[1]);
    expect(earlier?.items).toBe(later?.items);
    expect(earlier?.response?.['tools']).toBe(later?.response?.['tools']);
  });

  it('knows of no ending that no event told, and takes the nearest event for one beyond', () => {
    const { recording } = record(TWO_ITEMS, 1_000_000);
    expect(stateAt(recording, 99).ending).toBeNull();
    expect(stateAt(recording, 99)).toBe(stateAt(recording, 5));
    expect(stateAt(recording, -3)).toBe(stateAt(recording, 0));
  });

  it('sees only what belongs to the view, and more when that has grown', () => {
    const { recording } = record(TWO_ITEMS, 1_000_000);
    expect(itemsOf(stateAt({ ...recording, length: 3 }, 5))).toHaveLength(1);
    expect(itemsOf(stateAt(recording, 5))).toHaveLength(2);
  });
});

describe('recordingAt', () => {
  it('is the recording with the response as it stood, the same object for the same event', () => {
    const whole = recordStream(
      new TextEncoder().encode(
        drawStream('0 created {"response":{"id":"resp_1"}}\n1 completed {"response":{"id":"resp_1","status":"completed"}}'),
      ),
      { kind: 'paste' },
      0,
    );
    const then: StreamRecording = recordingAt(whole, 0);
    expect(then.response).toEqual({ id: 'resp_1', output: [] });
    expect(then.log).toBe(whole.log);
    expect(recordingAt({ ...whole }, 0)).toBe(then);
  });
});

describe('marks', () => {
  const manyDeltas = (count: number, delta: string) => {
    const fold = createFold();
    const marks = createFoldMarks(fold, 257);
    fold.apply({ kind: 'event', type: 'response.output_item.added', json: { output_index: 0, item: { type: 'message' } } });
    const json: JsonObject = { output_index: 0, content_index: 0, delta };
    for (let event = 0; event < count; event += 1) {
      fold.apply({ kind: 'event', type: 'response.output_text.delta', json });
      marks.take(delta.length);
    }
    return [...new Set(Array.from({ length: count + 2 }, (_, upTo) => marks.upTo(upTo)).filter((mark) => mark !== null))];
  };

  it('stay few however long the stream is, in even distances', () => {
    const counts = manyDeltas(3_000, 'x').map(({ eventCount }) => eventCount);
    expect(counts.length).toBeGreaterThan(60);
    expect(counts.length).toBeLessThanOrEqual(128);
    const distances = counts.map((count, at) => count - (counts[at - 1] ?? 1));
    expect(Math.max(...distances) - Math.min(...distances)).toBeLessThanOrEqual(Math.min(...distances));
  });

  it('stay light where one text grows long', () => {
    const weight = manyDeltas(2_000, 'x'.repeat(2_000)).reduce((sum, mark) => sum + mark.weight, 0);
    expect(weight).toBeGreaterThan(1_000_000);
    expect(weight).toBeLessThan(16_000_000);
  });
});

function itemsOf(state: FoldState | undefined): readonly JsonObject[] {
  return arrayOf(state?.response?.['output']).filter(isJsonObject);
}
