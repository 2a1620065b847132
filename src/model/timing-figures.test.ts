import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { drawFrames } from '#testing/event-drawing.ts';
import { createStreamRecorder } from './record-stream.ts';
import { readsWords, stallWords, timingFigures } from './timing-figures.ts';
import { createTimingsMeter } from './timings.ts';

const LINES = [
  [310, 'created {"response":{"id":"resp_1"}}'],
  [2000, 'output_item.added {"output_index":0,"item":{"type":"reasoning"}}'],
  [6000, 'output_item.done {"output_index":0,"item":{"type":"reasoning"}}'],
  [6000, 'output_item.added {"output_index":1,"item":{"type":"message"}}'],
  [18_200, 'output_text.delta {"output_index":1,"delta":"0123456789"}'],
  [22_000, 'output_text.delta {"output_index":1,"delta":"0123456789"}'],
  [22_000, 'completed {"response":{"id":"resp_1"}}'],
] as const;
const USAGE = { usage: { input_tokens: 9, output_tokens: 1000, output_tokens_details: { reasoning_tokens: 200 }, total_tokens: 1009 } };

type Case = { readonly count?: number; readonly from?: number | null; readonly response?: JsonObject; readonly headStart?: number };

function figuresOf({ count = LINES.length, from = null, response = {}, headStart = 0 }: Case = {}) {
  const { log, append } = createStreamRecorder();
  for (const [arrival, line] of LINES.slice(0, count)) append(new TextEncoder().encode(drawFrames(line).join('')), arrival);
  const meter = createTimingsMeter(log, from === null ? { kind: 'whole', from: 0 } : { kind: 'tail', from });
  meter.extend(log.length(), () => false);
  const timings = meter.timings(null);
  const figures = timingFigures({ timings, response, headStart });
  return { timings, figure: (id: string) => figures.find((each) => each.id === id), ids: figures.map(({ id }) => id) };
}

describe('timingFigures', () => {
  it('says how each of them was measured', () => {
    const { figure } = figuresOf({ response: USAGE });
    expect(figure('first-event')).toMatchObject({ value: '310 ms', event: 0 });
    expect(figure('first-text')).toMatchObject({ value: '18.2 s', event: 4 });
    expect(figure('first-text')?.how).toBe('From the request of this page to the first piece of text that is meant for people.');
    expect(figure('stall')).toMatchObject({ value: '12.2 s', event: 4 });
  });

  it('says when the response had been at work before', () => {
    expect(figuresOf({ headStart: 31_000 }).figure('first-event')?.how).toContain('had been at work for 31 s by then (created_at)');
  });

  it('takes tokens from the usage, over the time that they took', () => {
    const { figure } = figuresOf({ response: USAGE });
    expect(figure('tokens')).toMatchObject({ value: '50', note: '' }); // 1000 in 20 s
    expect(figure('tokens')?.how).toContain('1,000 of all output tokens (usage), over 20.0 s');
    expect(figure('visible-tokens')).toMatchObject({ value: '50' }); // 800 in 22 − 2 − 4 s
  });

  it('estimates tokens before the end, of a tail, and without usage, and says so', () => {
    for (const figures of [figuresOf({ count: 6, response: USAGE }), figuresOf({ from: 2, response: USAGE }), figuresOf()]) {
      expect(figures.figure('tokens')?.note).toBe('estimated');
      expect(figures.figure('visible-tokens')?.value).toBeNull();
    }
  });

  it('does not time what was there before', () => {
    expect(figuresOf({ from: 2 }).figure('first-reasoning')).toMatchObject({ value: null, note: 'before this page connected' });
  });

  it('always has the same figures', () => {
    expect(figuresOf({ count: 1 }).ids).toEqual(figuresOf().ids);
  });
});

it('puts stalls and reads into words', () => {
  const { timings } = figuresOf();
  expect(stallWords({ kind: 'tools', item: { key: 3, type: 'web_search_call' } })).toBe('in item 3 · web_search_call');
  expect(stallWords({ kind: 'waiting', item: null })).toBe('before the first item');
  expect(stallWords({ kind: 'other', item: null })).toBe('between two items');
  expect(readsWords(timings.reads)).toBe('7 reads · largest 2 events');
});
