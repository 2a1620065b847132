import { describe, expect, it } from 'vitest';
import { createStreamRecorder } from '#model/record-stream.ts';
import { drawStream } from '#testing/event-drawing.ts';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { sequenceGap } from './sequence-gap.ts';

describe('sequence-gap', () => {
  it('says which numbers never came, and between which events', () => {
    const drawing = '0 created {"response":{"id":"resp_1"}}\n1 in_progress\n4 keepalive\n5 completed';
    expect(findingsInEvents(sequenceGap, drawing)).toMatchObject([
      { text: 'numbers 2 and 3 never came: 2 events missing', events: [1, 2] },
    ]);
  });

  it('waits for numbers that come late', () => {
    expect(findingsInEvents(sequenceGap, '0 created\n3 keepalive\n1 keepalive\n2 keepalive\n4 completed')).toEqual([]);
    const [left, ...others] = findingsInEvents(sequenceGap, '0 created\n4 keepalive\n2 keepalive\n5 completed');
    expect([left?.text, ...others.map(({ text }) => text)]).toEqual([
      'number 1 never came: 1 event missing',
      'number 3 never came: 1 event missing',
    ]);
  });

  it('says so while the stream is still going on, some events later', () => {
    const recorder = createStreamRecorder([sequenceGap]);
    const numbers = [0, ...Array.from({ length: 80 }, (_, index) => index + 2)];
    recorder.append(new TextEncoder().encode(drawStream(numbers.map((number) => `${number} keepalive`).join('\n'))), 0);
    expect(recorder.checked()[0]?.findings).toMatchObject([{ text: 'number 1 never came: 1 event missing' }]);
  });

  it('takes events without a number for the ones that are missing', () => {
    expect(findingsInEvents(sequenceGap, '0 created\nin_progress\n2 completed')).toEqual([]);
    expect(findingsInEvents(sequenceGap, '0 created\nin_progress\n3 completed')).toMatchObject([
      { text: 'numbers 1 and 2 never came: 2 events missing' },
    ]);
  });

  it('does not miss what lies before the event that a stream was joined at', () => {
    expect(findingsInEvents(sequenceGap, '40 in_progress\n41 completed')).toEqual([]);
  });
});
