import { describe, expect, it } from 'vitest';
import { splitEventStream } from '#protocol/event-stream.ts';
import { loadSample } from '#testing/sample-loader.ts';
import type { FoldState } from './fold-state.ts';
import { createStreamRecorder, foldStream } from './record-stream.ts';

/** A stream of less than 20 kB, with characters of several bytes: at every byte of it a connection may be lost. */
const text = loadSample('resp_sample_refusal').streamText ?? '';
const bytes = bytesOf(text);
const frames = splitEventStream(text).map(({ source }) => bytesOf(source));
const whole = foldStream(bytes);

function bytesOf(source: string): Uint8Array {
  return new TextEncoder().encode(source);
}

/** What must be the same however often the connection was lost. */
function essence({ response, items, ending, missing, noticeCounts }: FoldState): string {
  return JSON.stringify([
    response,
    items,
    ending,
    missing,
    noticeCounts.duplicate,
    noticeCounts.gap,
    noticeCounts.late,
    noticeCounts.restart,
    noticeCounts.stub,
  ]);
}

/** The bytes up to `cut`, and then the frames behind the last number that came, as a server sends them for `starting_after`. */
function foldWithLoss(cut: number): FoldState {
  const recorder = createStreamRecorder();
  recorder.append(bytes.subarray(0, cut), 0);
  recorder.close();
  const last = recorder.state().lastSequenceNumber ?? -1;
  recorder.log.connect();
  for (const frame of frames.slice(last + 1)) recorder.append(frame, 1);
  recorder.close();
  return recorder.state();
}

function foldInTwo(cut: number): FoldState {
  const recorder = createStreamRecorder();
  recorder.append(bytes.subarray(0, cut), 0);
  recorder.append(bytes.subarray(cut), 1);
  recorder.close();
  return recorder.state();
}

/** The cuts behind which something else comes out. */
function differentCuts(foldCut: (cut: number) => FoldState): readonly number[] {
  const expected = essence(whole); // `toEqual` would take minutes for ten thousand of them
  return Array.from({ length: bytes.length + 1 }, (_, cut) => cut).filter((cut) => essence(foldCut(cut)) !== expected);
}

describe('a stream amounts to the same', () => {
  it('and is small enough to try it at every byte', () => {
    expect(bytes.length).toBeLessThan(20_000);
    expect(bytes.length).toBeGreaterThan(text.length);
    expect(whole).toMatchObject({ ending: 'completed', missing: [] });
  });

  it('when the connection is lost at any byte and resumed behind the last event', () => {
    expect(differentCuts(foldWithLoss)).toEqual([]);
  });

  it('when it is read in two parts that meet at any byte', () => {
    expect(differentCuts(foldInTwo)).toEqual([]);
  });

  it('when every event comes by a connection of its own', () => {
    const recorder = createStreamRecorder();
    for (const frame of frames) {
      recorder.log.connect();
      recorder.append(frame, 0);
      recorder.close();
    }
    expect(essence(recorder.state())).toBe(essence(whole));
    expect(recorder.log.connectionCount()).toBe(frames.length);
  });

  it('when it is resumed at every event, a little before it', () => {
    for (let cut = 1; cut < frames.length; cut += 1) {
      const recorder = createStreamRecorder();
      for (const frame of frames.slice(0, cut)) recorder.append(frame, 0);
      recorder.close();
      recorder.log.connect();
      for (const frame of frames.slice(Math.max(0, cut - 3))) recorder.append(frame, 0);
      recorder.close();
      const { response, items, ending, missing, noticeCounts } = recorder.state();
      expect({ response, items, ending, missing }).toEqual({
        response: whole.response,
        items: whole.items,
        ending: 'completed',
        missing: [],
      });
      expect(noticeCounts).toMatchObject({ duplicate: Math.min(3, cut), gap: 0, restart: 0 });
    }
  });
});
