import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sequenceNumberOf } from '#protocol/stream-event.ts';
import { createStreamRecorder, streamRecording } from '#model/record-stream.ts';
import { loadSubjects, problemsIn, type Subject } from '#testing/mutations/subjects.ts';
import { textOf } from '#testing/mutations/wire.ts';
import type { Problem } from './problem.ts';

const STREAMS = new Map(loadSubjects().flatMap((subject) => (subject.frames === null ? [] : [[subject.name, subject]])));
const encoder = new TextEncoder();
const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** The stream as it is recorded when its connection breaks somewhere, and the server sends a few events again when it is resumed. */
function recordWithLoss({ frames, recording }: Subject, cut: number, repeated: number) {
  const bytes = encoder.encode(textOf(frames ?? []));
  const recorder = createStreamRecorder();
  recorder.append(bytes.subarray(0, Math.floor(bytes.length * cut)), 0);
  recorder.breakOff();
  const last = recorder.state().lastSequenceNumber ?? -1;
  recorder.log.connect();
  for (const { source, event } of frames ?? [])
    if ((sequenceNumberOf(event) ?? 0) > last - repeated) recorder.append(encoder.encode(source), 1);
  recorder.close();
  const clock = { startedAt: 0, backlog: 0, isOriginal: true };
  return streamRecording(recorder, { source: recording.source, receivedAt: 0, clock });
}

function countsOf(problems: readonly Problem[]) {
  return problems.map(({ rule, count }) => `${rule.id} ${count}`);
}

it('does not blame the server for a connection that broke and was resumed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STREAMS.keys()), share, fc.nat(2), (name, cut, repeated) => {
      const subject = STREAMS.get(name);
      if (subject === undefined) return;
      expect(countsOf(problemsIn(recordWithLoss(subject, cut, repeated)))).toEqual(countsOf(problemsIn(subject.recording)));
    }),
    { numRuns: 150 },
  );
});

it('finds the same however the bytes come', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STREAMS.keys()), fc.integer({ min: 1, max: 4000 }), (name, read) => {
      const subject = STREAMS.get(name);
      const bytes = encoder.encode(textOf(subject?.frames ?? []));
      const recorder = createStreamRecorder();
      for (let start = 0; start < bytes.length; start += read) recorder.append(bytes.subarray(start, start + read), start);
      recorder.close();
      const whole = subject?.recording.kind === 'stream' ? subject.recording.checked : null;
      expect(recorder.checked()).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});
