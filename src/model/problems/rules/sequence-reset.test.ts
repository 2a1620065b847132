import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { sequenceReset } from './sequence-reset.ts';

describe('sequence-reset', () => {
  const first = '0 created {"response":{"id":"resp_1"}}\n1 in_progress\n2 output_text.delta {"delta":"a"}';

  it('reports that other events get the numbers of earlier ones, once', () => {
    const drawing = `${first}\n0 output_text.delta {"delta":"b"}\n1 output_text.delta {"delta":"c"}\n2 output_text.done {"text":"abc"}`;
    expect(findingsInEvents(sequenceReset, drawing)).toMatchObject([
      { text: 'the number 0 follows 2, and another event has had it', events: [2, 3] },
    ]);
  });

  it('is told once where all events have one number, however many there are', () => {
    const same = Array.from({ length: 500 }, (_, index) => `0 output_text.delta {"delta":"${index}"}`).join('\n');
    const drawing = `0 created\n0 output_item.added {"output_index":0,"item":{"type":"message"}}\n${same}\n0 completed`;
    expect(findingsInEvents(sequenceReset, drawing)).toMatchObject([{ text: 'the number 0 follows 0, and another event has had it' }]);
  });

  it('finds nothing where another response begins, or the same events come again', () => {
    expect(findingsInEvents(sequenceReset, `${first}\n3 completed\n0 created {"response":{"id":"resp_2"}}\n1 in_progress`)).toEqual([]);
    expect(findingsInEvents(sequenceReset, `${first}\n1 in_progress\n2 output_text.delta {"delta":"a"}`)).toEqual([]);
  });
});
