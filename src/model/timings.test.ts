import { describe, expect, it } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { createStreamRecorder } from './record-stream.ts';
import { ACTIVITY_KINDS } from './time-shares.ts';
import { createTimingsMeter, timingsMeterOf, type Timings } from './timings.ts';

/** A log of events with their arrivals in milliseconds; `cut` begins another connection. */
function logOf(...events: readonly (readonly [arrival: number, drawing: string] | 'cut')[]) {
  const { log, append } = createStreamRecorder();
  for (const event of events) {
    if (event === 'cut') log.connect();
    else append(new TextEncoder().encode(drawFrames(event[1]).join('')), event[0]);
  }
  return log;
}

const text = (delta: string, index = 0) => `output_text.delta {"output_index":${index},"content_index":0,"delta":"${delta}"}`;
const added = (index: number, type: string) => `output_item.added {"output_index":${index},"item":{"type":"${type}","id":"i${index}"}}`;
const done = (index: number, type: string) => `output_item.done {"output_index":${index},"item":{"type":"${type}","id":"i${index}"}}`;
const CREATED = 'created {"response":{"id":"resp_1"}}';
const COMPLETED = 'completed {"response":{"id":"resp_1","status":"completed"}}';

const AGENT = [
  [100, CREATED],
  [1000, added(0, 'reasoning')],
  [3000, 'reasoning_summary_text.delta {"output_index":0,"summary_index":0,"delta":"Hm"}'],
  [4000, done(0, 'reasoning')],
  [4500, added(1, 'web_search_call')],
  [4600, 'web_search_call.searching {"output_index":1,"item_id":"i1"}'],
  [8600, 'keepalive {}'],
  [13_600, 'web_search_call.completed {"output_index":1,"item_id":"i1"}'],
  [13_700, done(1, 'web_search_call')],
  [14_000, added(2, 'message')],
  [14_100, text('Pears', 2)],
  [15_000, text(' and plums', 2)],
  [15_000, done(2, 'message')],
  [15_200, COMPLETED],
] as const;

function measured(log: ReturnType<typeof logOf>, from: number | null = null, now: number | null = null): Timings {
  const meter = createTimingsMeter(log, from === null ? { kind: 'whole', from: 0 } : { kind: 'tail', from });
  expect(meter.extend(log.length(), () => false)).toBe(true);
  return meter.timings(now);
}

describe('timings of a response watched from its beginning', () => {
  const timings = measured(logOf(...AGENT));

  it('knows what came first', () => {
    const { event, item, reasoning, text: firstText } = timings.first;
    expect([event, item, reasoning, firstText].map((moment) => moment?.arrival)).toEqual([100, 1000, 1000, 14_100]);
    expect(firstText?.event).toBe(10);
  });

  it('counts characters from the first item on', () => {
    expect(timings.characters).toBe(17);
    expect(timings.meanPace).toBeCloseTo(17 / 14);
    expect(timings.recentPace).toBeCloseTo(15 / 5);
  });

  it('finds the longest stall, what it was spent on, and the event that ended it, whatever signs of life came', () => {
    expect(timings.longestStall).toEqual({
      kind: 'tools',
      item: { key: 1, type: 'web_search_call' },
      milliseconds: 9000,
      after: 5,
      event: 7,
    });
    expect(timings.gaps.longest).toBe(5000);
  });

  it('splits the whole time', () => {
    expect(timings.shares).toEqual({ waiting: 1000, reasoning: 3000, tools: 9200, text: 1000, other: 1000 });
    expect(ACTIVITY_KINDS.reduce((sum, kind) => sum + timings.shares[kind], 0)).toBe(timings.end - timings.start);
  });

  it('knows how long each item took', () => {
    const durations = timings.items.map(({ type, added: begin, done: end }) => [type, (end?.arrival ?? 0) - (begin?.arrival ?? 0)]);
    expect(durations).toEqual([
      ['reasoning', 3000],
      ['web_search_call', 9200],
      ['message', 1000],
    ]);
  });
});

describe('timings of a tail', () => {
  it('measures what came behind the backlog, and says what came before', () => {
    const timings = measured(logOf(...AGENT), 6);
    expect(timings.start).toBe(4600);
    expect(timings.first.reasoning?.isTimed).toBe(false);
    expect(timings.first.text?.isTimed).toBe(true);
    expect(timings.characters).toBe(15);
    expect(timings.shares).toEqual({ waiting: 0, reasoning: 0, tools: 9100, text: 1000, other: 500 });
    expect(timings.longestStall?.milliseconds).toBe(9000);
    expect(timings.items.map(({ type, added: begin }) => [type, begin])).toEqual([
      ['web_search_call', null],
      ['message', { event: 9, arrival: 14_000 }],
    ]);
  });
});

describe('timings of a stream that runs', () => {
  it('counts the silence that lasts, until the response has ended', () => {
    const log = logOf(...AGENT.slice(0, 6));
    expect(measured(log, null, 24_600).longestStall).toMatchObject({ kind: 'tools', milliseconds: 20_000, event: null });
    expect(measured(logOf(...AGENT), null, 99_000).longestStall?.milliseconds).toBe(9000);
  });

  it('reads in steps, each event once, for everybody who asks', () => {
    const log = logOf([0, CREATED], ...Array.from({ length: 70 }, (_, index) => [index * 50, text('ab')] as const));
    const span = { kind: 'whole', from: 0 } as const;
    const meter = timingsMeterOf(log, span);
    expect(meter.extend(log.length(), () => true)).toBe(false);
    expect(timingsMeterOf(log, { ...span })).toBe(meter);
    while (!meter.extend(log.length(), () => true));
    expect(meter.timings(null).characters).toBe(140);
    expect(timingsMeterOf(log, { kind: 'tail', from: 3 })).not.toBe(meter);
  });
});

it('takes a lost connection for no stall', () => {
  const timings = measured(logOf([0, CREATED], [100, added(0, 'message')], [300, text('a')], 'cut', [9000, text('b')], [9100, text('c')]));
  expect(timings.longestStall?.milliseconds).toBe(200);
  expect(timings.gaps.longest).toBe(200);
});

it('gives the time before a new item to what is still open', () => {
  const { shares } = measured(
    logOf(
      [0, CREATED],
      [0, added(0, 'web_search_call')],
      [700, added(1, 'function_call')],
      [900, done(1, 'function_call')],
      [1900, done(0, 'web_search_call')],
    ),
  );
  expect(shares).toMatchObject({ tools: 1900, other: 0 });
});

it('works without indexes', () => {
  const timings = measured(
    logOf(
      [0, CREATED],
      [100, 'output_item.added {"item":{"type":"message","id":"m"}}'],
      [600, 'output_text.delta {"item_id":"m","delta":"abc"}'],
      [2600, 'output_item.done {"item":{"type":"message","id":"m"}}'],
    ),
  );
  expect(timings.shares).toMatchObject({ waiting: 100, text: 2500 });
  expect(timings.items).toMatchObject([{ key: 'm', added: { arrival: 100 }, done: { arrival: 2600 } }]);
});
