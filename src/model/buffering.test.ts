import { describe, expect, it } from 'vitest';
import { isJump, judgeBuffering } from './buffering.ts';
import { createBurstCounter } from './read-bursts.ts';

/** What comes in one read: when, and how many deltas of 200 bytes, beside other events. */
type Read = { readonly at: number; readonly pieces: number; readonly others?: number; readonly connection?: number };

function summaryOf(reads: readonly Read[], isKept = isJump) {
  const counter = createBurstCounter(undefined, isKept);
  let index = 0;
  for (const [read, { at, pieces, others = 0, connection = 0 }] of reads.entries()) {
    for (let piece = 0; piece < pieces + others; piece += 1) {
      const row = { offset: 0, length: 200, type: '', sequenceNumber: null, outputIndex: 0, arrival: at, read, connection };
      counter.take(row, index, piece < pieces);
      index += 1;
    }
  }
  return counter.summary();
}

const judge = (reads: readonly Read[], since: number | null = null) => judgeBuffering(summaryOf(reads), since);
const many = (count: number, read: (index: number) => Read) => Array.from({ length: count }, (_, index) => read(index));
/** Numbers that look drawn by lot, from 0 to 1. */
const scattered = (index: number) => ((index * 7919 + 13) % 101) / 101;

describe('judgeBuffering', () => {
  it('sees nothing in pieces that come one by one', () => {
    expect(judge(many(300, (index) => ({ at: 20 * index, pieces: 1 }))).outcome).toBe('no-sign');
  });

  it('sees nothing in the network joining what is close', () => {
    expect(judge(many(100, (index) => ({ at: 40 * index, pieces: 3 }))).outcome).toBe('no-sign');
  });

  it('sees what is held back by a timer', () => {
    const { outcome, text, meaning, evidence } = judge(many(10, (index) => ({ at: 1000 * index, pieces: 30 + (index % 8) })));
    expect(outcome).toBe('buffering');
    expect(text).toBe('37 events arrived in one read: something between you and the API is buffering.');
    expect(meaning).toContain('It happened 9 times, about every 1 s');
    expect(evidence).toHaveLength(9); // before the first one there is no pause to see
  });

  it('sees a timer also where a tool made the stream wait now and then', () => {
    expect(judge(many(12, (index) => ({ at: 500 * index + (index > 6 ? 4000 : 0), pieces: 12 }))).outcome).toBe('buffering');
  });

  it('sees what is held back until a buffer is full', () => {
    let at = 0;
    const reads = many(12, (index) => ({ at: (at += 300 + 1500 * scattered(index)), pieces: 20 + (index % 2) }));
    const { outcome, meaning } = judge(reads);
    expect(outcome).toBe('buffering');
    expect(meaning).toContain('with about 4.2 kB each time');
  });

  it('only wonders about a model that writes in bursts', () => {
    let at = 0;
    const reads = many(30, (index) => ({ at: (at += 200 + 2000 * scattered(index)), pieces: 5 + Math.round(40 * scattered(index + 50)) }));
    expect(judge(reads).outcome).toBe('maybe');
  });

  it('wonders about one great burst among many small reads', () => {
    const { outcome, evidence } = judge([
      ...many(200, (index) => ({ at: 20 * index, pieces: 1 })),
      { at: 5200, pieces: 37 },
      ...many(200, (index) => ({ at: 5220 + 20 * index, pieces: 1 })),
    ]);
    expect(outcome).toBe('maybe');
    expect(evidence).toHaveLength(1);
  });

  it('takes no offence at what ends an item', () => {
    const reads = Array.from({ length: 20 }, (_, item) => [
      ...many(10, (index) => ({ at: 1000 * item + 20 * index, pieces: 1 })),
      { at: 1000 * item + 900, pieces: 1, others: 8 },
    ]).flat();
    expect(judge(reads).outcome).toBe('no-sign');
  });

  it('sees that all came at once, where it is known how long it was waited for', () => {
    const whole = [{ at: 9000, pieces: 300, others: 4 }];
    expect(judge(whole, 0).outcome).toBe('buffering');
    expect(judge(whole, 0).text).toContain('304 events arrived in one read, after 9 s of nothing');
    expect(judge(whole).outcome).toBe('no-sign');
  });

  it('says nothing of a short answer', () => {
    expect(judge([{ at: 9000, pieces: 12 }], 0).text).toBe('No sign of buffering.');
  });

  it('does not take what is repeated after a lost connection for a burst', () => {
    const reads = many(8, (index) => ({ at: 3000 * index, pieces: 25, connection: index }));
    expect(judge(reads).outcome).toBe('no-sign');
  });
});

describe('createBurstCounter', () => {
  it('joins reads that the network cut, and no longer than a flush takes', () => {
    const reads = [
      { at: 0, pieces: 1 },
      { at: 500, pieces: 10 },
      { at: 501, pieces: 10 },
      { at: 502, pieces: 3 },
      { at: 530, pieces: 1 },
    ];
    const { kept, readCount, pieces, largest } = summaryOf(reads, () => true);
    expect(kept.map(({ from, to, firstRead, lastRead, pause }) => [from, to, firstRead, lastRead, pause])).toEqual([
      [0, 0, 0, 0, null],
      [1, 23, 1, 3, 500],
      [24, 24, 4, 4, 28],
    ]);
    expect({ readCount, pieces, largest: largest?.from }).toEqual({ readCount: 5, pieces: 25, largest: 1 });
    expect(summaryOf(reads).kept).toHaveLength(1);
    const steady = summaryOf(
      many(200, (index) => ({ at: index, pieces: 1 })),
      () => true,
    );
    expect(Math.max(...steady.kept.map(({ from, to }) => to - from))).toBeLessThan(25);
  });
});
