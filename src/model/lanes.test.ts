import { describe, expect, it } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { eventItemsOf } from './event-items.ts';
import { createEventLog } from './event-log.ts';
import type { Lane } from './lane.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { createStreamRecorder } from './record-stream.ts';

const never = () => false;

/** Lanes of frames that arrive at the given times, or 100 ms after each other; frames with the same time come in one read. */
function lanesOf(drawing: string, times?: readonly number[]): Lanes {
  const log = createEventLog(() => undefined);
  const frames = drawFrames(drawing);
  const timeOf = (index: number) => times?.[index] ?? 100 * (index + 1);
  for (let at = 0; at < frames.length;) {
    const end = frames.findIndex((_, index) => index > at && timeOf(index) !== timeOf(at));
    const read = frames.slice(at, end === -1 ? frames.length : end);
    log.append(new TextEncoder().encode(read.join('')), timeOf(at));
    at += read.length;
  }
  const lanes = createLanes(log);
  lanes.extend(log.length(), never);
  return lanes;
}

function eventsOf({ events }: Lane): readonly number[] {
  return Array.from({ length: events.length() }, (_, index) => events.at(index));
}

const SEARCH = `
  0 created                      {"response":{"id":"resp_1","output":[]}}
  1 output_item.added            {"output_index":0,"item":{"type":"web_search_call","id":"ws_1"}}
  2 web_search_call.in_progress  {"output_index":0,"item_id":"ws_1"}
  3 web_search_call.searching    {"output_index":0,"item_id":"ws_1"}
  4 keepalive                    {}
  5 web_search_call.completed    {"output_index":0,"item_id":"ws_1"}
  6 output_item.done             {"output_index":0,"item":{"type":"web_search_call","id":"ws_1"}}
  7 output_item.added            {"output_index":1,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
  8 output_text.delta            {"output_index":1,"item_id":"msg_1","content_index":0,"delta":"Pears","obfuscation":"xxxxxxxx"}
  9 output_text.delta            {"output_index":1,"item_id":"msg_1","content_index":0,"delta":" and plums"}
  10 output_text.done            {"output_index":1,"item_id":"msg_1","content_index":0,"text":"Pears and plums"}
  11 error                       {"message":"gone"}
`;

describe('lanes', () => {
  it('are the response and its items, each with its events', () => {
    const [response, search, message] = lanesOf(SEARCH).list();
    expect(response).toMatchObject({ key: 0, outputIndex: null, family: 'system', characters: 0 });
    expect(search).toMatchObject({ outputIndex: 0, itemId: 'ws_1', itemType: 'web_search_call', family: 'hosted-tool', added: 1, done: 6 });
    expect(message).toMatchObject({ outputIndex: 1, itemId: 'msg_1', family: 'message', added: 7, done: null, characters: 15 });
    expect([response, search, message].map((lane) => (lane === undefined ? null : eventsOf(lane)))).toEqual([
      [0, 4, 11],
      [1, 2, 3, 5, 6],
      [7, 8, 9, 10],
    ]);
  });

  it('know the statuses of a hosted tool, the longest gap, and what went wrong', () => {
    const lanes = lanesOf(SEARCH, [0, 10, 20, 30, 2000, 2500, 2510, 2600, 2600, 2600, 2700, 9000]);
    const [response, search] = lanes.list();
    expect(search?.spans).toEqual([
      { status: 'in_progress', from: 2, to: 3 },
      { status: 'searching', from: 3, to: 5 },
    ]);
    expect(search?.longestGap).toEqual({ milliseconds: 2470, event: 5 });
    expect(response?.longestGap).toEqual({ milliseconds: 7000, event: 11 });
    expect(lanes.stalls()).toEqual([4, 11]);
    expect(lanes.kindOf(11)).toBe('error');
    expect(response?.oddEvents.length()).toBe(1);
    expect([lanes.laneOf(9)?.itemId, lanes.arrivalOf(9)]).toEqual(['msg_1', 2600]);
  });

  it('know which events came together', () => {
    const lanes = lanesOf(SEARCH, [0, 10, 20, 30, 2000, 2500, 2510, 2600, 2600, 2600, 2700, 9000]);
    const read = lanes.readOf(8);
    expect([lanes.readStart(read), lanes.readStart(read + 1), lanes.readCount()]).toEqual([7, 10, 10]);
  });

  it('grow with the log, for as long as there is time', () => {
    const log = createEventLog(() => undefined);
    const lanes = createLanes(log);
    const frames = drawFrames(SEARCH);
    for (let round = 0; round < 20; round += 1) for (const frame of frames) log.append(new TextEncoder().encode(frame), 0);
    expect(lanes.extend(3, never)).toBe(true);
    expect(lanes.list().map((lane) => lane.events.length())).toEqual([1, 2]);
    expect(lanes.extend(log.length(), () => true)).toBe(false);
    expect(lanes.seen()).toBe(32);
    while (!lanes.extend(log.length(), () => true)) expect(lanes.seen()).toBeLessThan(log.length());
    expect(lanes.list().reduce((sum, lane) => sum + lane.events.length(), 0)).toBe(log.length());
  });
});

describe('events find their lane', () => {
  it('by the ID they carry, or else by what they are, where they have no index', () => {
    const lanes = lanesOf(`
      output_item.added {"item":{"type":"reasoning","id":"rs_1"}}
      output_item.added {"item":{"type":"message","id":"msg_1","content":[]}}
      reasoning_text.delta {"item_id":"rs_1","delta":"hm"}
      output_text.delta {"delta":"Pears"}
      output_item.done {"item":{"type":"message","id":"msg_1"}}
      output_text.delta {"delta":"late"}
    `);
    expect(lanes.list().map(eventsOf)).toEqual([[5], [0, 2], [1, 3, 4]]);
  });

  it('where two items go by one index', () => {
    const lanes = lanesOf(`
      0 output_item.added {"output_index":0,"item":{"type":"reasoning","id":"rs_1"}}
      1 output_item.added {"output_index":0,"item":{"type":"function_call","id":"fc_1"}}
      2 reasoning_text.delta {"output_index":0,"item_id":"rs_1","delta":"hm"}
      3 function_call_arguments.delta {"output_index":0,"item_id":"fc_1","delta":"{}"}
    `);
    expect(lanes.list().map(eventsOf)).toEqual([[], [0, 2], [1, 3]]);
  });

  it('where an item was never announced, and its place is told late', () => {
    const lanes = lanesOf(`
      7 output_text.delta {"output_index":2,"item_id":"msg_1","delta":"Pears"}
      8 output_item.added {"output_index":1,"item":{"type":"reasoning","id":"rs_1"}}
      9 output_item.done {"output_index":2,"item":{"type":"message","id":"msg_1"}}
    `);
    expect(lanes.list().map((lane) => [lane.outputIndex, lane.itemId, lane.added, lane.done])).toEqual([
      [null, null, null, null],
      [1, 'rs_1', 1, null],
      [2, 'msg_1', null, 2],
    ]);
  });

  it('anew in a stream that begins anew', () => {
    const once = `
      created {"response":{"id":"resp_1"}}
      output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1"}}
    `;
    const lanes = lanesOf(once + once);
    expect(lanes.list().map(eventsOf)).toEqual([[0, 2], [1], [3]]);
  });

  it.each(loadSamples().filter(({ streamText }) => streamText !== null))('as the fold has it in $entry.id', ({ streamText }) => {
    const recorder = createStreamRecorder();
    recorder.append(new TextEncoder().encode(streamText ?? ''), 0);
    recorder.close();
    const lanes = createLanes(recorder.log);
    lanes.extend(recorder.log.length(), never);
    const found = lanes.list().slice(1);
    const items = eventItemsOf(recorder.state()).list;
    expect(found.map((lane) => [lane.outputIndex, lane.itemType])).toEqual(items.map((item) => [item.outputIndex, item.type]));
  });
});
