import { describe, expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { foldStream } from './record-stream.ts';
import { remarksSummary, streamRemarks, type Reconnected, type StreamArrival } from './stream-remarks.ts';

const PLAIN: StreamArrival = { reconnections: [], isPart: false, hasTimes: true };
const CREATED = '0 created {"response":{"id":"resp_1","status":"in_progress","output":[]}}';
const RECONNECTED: Reconnected = { at: 1, milliseconds: 4100, from: 310, to: 311, lost: 0 };

function fold(drawing: string) {
  return foldStream(new TextEncoder().encode(drawStream(drawing)));
}

function texts(drawing: string, arrival: Partial<StreamArrival> = {}) {
  return streamRemarks(fold(drawing), { ...PLAIN, ...arrival }).map(({ text }) => text);
}

describe('streamRemarks', () => {
  it('says nothing of a stream that came as it should', () => {
    expect(texts(`${CREATED}\n 1 in_progress {"response":{"status":"in_progress"}}`)).toEqual([]);
  });

  it('tells a reconnection with its numbers', () => {
    expect(texts(CREATED, { reconnections: [RECONNECTED] })).toEqual(['reconnected after 4.1 s, 310 → 311, nothing lost']);
  });

  it('tells what was lost, and a stream that had to begin again', () => {
    const reconnections = [
      { ...RECONNECTED, to: 313, lost: 2 },
      { at: 1, milliseconds: 500, from: null, to: null, lost: 0 },
    ];
    expect(texts(CREATED, { reconnections })).toEqual([
      'reconnected after 4.1 s, 310 → 313, 2 events lost',
      'reconnected after 500 ms, from the beginning, as its events have no numbers, nothing lost',
    ]);
  });

  it('names the numbers that never came, and counts them', () => {
    expect(texts(`${CREATED}\n 3 queued {}\n 5 queued {}`)).toEqual(['3 events never came: 1 to 2, 4']);
  });

  it('says that repeated events were taken once', () => {
    expect(texts(`${CREATED}\n 1 queued {}\n 1 queued {}`)).toEqual(['1 event came twice and was taken once']);
  });

  it('does not call a loss what a dropped connection left of an event', () => {
    const halved = `${CREATED}\n {"type":"resp\n 1 queued {}`;
    expect(texts(halved)).toEqual(['1 event could not be read']);
    expect(texts(halved, { reconnections: [{ ...RECONNECTED, at: 2 }] })).toEqual(['reconnected after 4.1 s, 310 → 311, nothing lost']);
    expect(texts(`${CREATED}\n {"type":"resp`)).toEqual(['of the last event only a part came']);
  });

  it('names types that nobody has told us about', () => {
    expect(texts(`${CREATED}\n 1 acme.wave {}`)).toEqual(['1 event of 1 type this viewer does not know: acme.wave']);
  });

  it('says what came without a beginning, but not where that was asked for', () => {
    const part = '43 output_text.delta {"output_index":0,"content_index":0,"delta":"x"}';
    expect(texts(part)).toEqual(['1 item came without a beginning']);
    expect(texts(part, { isPart: true })).toEqual([]);
  });

  it('says that times are not known', () => {
    expect(texts(CREATED, { hasTimes: false })).toEqual(['received as one piece of 1 event: when each of them arrived is not known']);
  });

  it('marks what is a loss', () => {
    const remarks = streamRemarks(fold(`${CREATED}\n 2 queued {}\n 2 queued {}`), PLAIN);
    expect(remarks.map(({ isLoss }) => isLoss)).toEqual([true, false]);
  });
});

describe('remarksSummary', () => {
  it('joins reconnections to one phrase and counts what has no room', () => {
    const reconnections = [RECONNECTED, RECONNECTED, { ...RECONNECTED, lost: 2 }];
    const remarks = streamRemarks(fold(`${CREATED}\n 2 queued {}\n 2 queued {}\n nonsense`), { ...PLAIN, reconnections });
    expect(remarksSummary(remarks, reconnections)).toBe('reconnected 3 times, 2 events lost · 1 event never came: 1 · 2 more');
  });
});
