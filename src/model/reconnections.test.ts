import { expect, it } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { createStreamRecorder, streamRecording } from './record-stream.ts';
import { reconnectionsIn } from './reconnections.ts';

/** A stream of connections, each at its time in milliseconds. */
function recordingOf(connections: readonly (readonly [arrival: number, text: string])[], startedAt: number | null = 0) {
  const recorder = createStreamRecorder();
  for (const [arrival, text] of connections) {
    recorder.log.connect();
    if (text !== '') recorder.append(new TextEncoder().encode(text), arrival);
    recorder.close();
  }
  return streamRecording(recorder, { source: { kind: 'paste' }, receivedAt: 0, clock: { startedAt, backlog: 0, isOriginal: true } });
}

const frames = drawFrames('0 keepalive\n1 keepalive\n2 keepalive\n3 keepalive\n4 keepalive');

it('tells where a stream was cut and resumed, and what was lost', () => {
  const cut = `${frames[0]}${frames[1]}${frames[2]?.slice(0, -10)}`;
  const recording = recordingOf([
    [100, cut],
    [150, ''],
    [900, `${frames[1]}${frames[2]}`],
    [2000, frames[4] ?? ''],
  ]);
  expect(reconnectionsIn(recording)).toEqual([
    { at: 3, milliseconds: 800, from: 1, to: 2, lost: 0 },
    { at: 5, milliseconds: 1100, from: 2, to: 4, lost: 1 },
  ]);
});

it('names no numbers where there are none', () => {
  const recording = recordingOf([
    [0, 'data: {"type":"ping"}\n\n'],
    [5, 'data: {"type":"ping"}\n\n'],
  ]);
  expect(reconnectionsIn(recording)).toEqual([{ at: 1, milliseconds: 5, from: null, to: null, lost: 0 }]);
});

it('tells of none without times, or with one connection', () => {
  expect(reconnectionsIn(recordingOf([[0, frames.join('')]]))).toEqual([]);
  const untimed = recordingOf(
    frames.map((frame) => [0, frame]),
    null,
  );
  expect(reconnectionsIn(untimed)).toEqual([]);
});
