import { expect, it } from 'vitest';
import { createStreamRecorder, streamRecording } from '#model/record-stream.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { findProblems } from './find-problems.ts';

const faulty = loadSamples().flatMap(({ entry: { id, faults }, streamText }) =>
  streamText === null || faults === undefined ? [] : [[id, { faults, text: streamText }] as const],
);

function rulesBrokenIn(text: string): readonly string[] {
  const recorder = createStreamRecorder();
  recorder.append(new TextEncoder().encode(text), 0);
  recorder.close();
  const recording = streamRecording(recorder, {
    source: { kind: 'paste' },
    receivedAt: 0,
    clock: { startedAt: null, backlog: 0, isOriginal: false },
  });
  const search = findProblems(recording, null);
  let step = search.next();
  while (step.done !== true) step = search.next();
  return step.value.filter(({ rule }) => rule.severity !== 'info').map(({ rule }) => rule.id);
}

it.each(faulty)('%s breaks the rules that its entry names, and no other', (_, { text, faults }) => {
  expect(rulesBrokenIn(text).toSorted()).toEqual(faults.toSorted());
});
