import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { sequenceDuplicate } from './sequence-duplicate.ts';

describe('sequence-duplicate', () => {
  const delta = '2 output_text.delta {"output_index":0,"delta":"a","obfuscation":"x"}';

  it('reports an event that came twice, whatever its padding', () => {
    const again = '2 output_text.delta {"output_index":0,"delta":"a","obfuscation":"yz"}';
    expect(findingsInEvents(sequenceDuplicate, `0 created\n1 in_progress\n${delta}\n${again}\n3 completed`)).toMatchObject([
      { text: 'number 2 is sent twice', events: [3] },
    ]);
  });

  it('reports a run of them once', () => {
    const drawing = `0 created\n1 in_progress\n${delta}\n0 created\n1 in_progress\n${delta}\n3 completed`;
    expect(findingsInEvents(sequenceDuplicate, drawing)).toMatchObject([{ text: 'numbers 0 to 2 are sent twice', events: [3, 5] }]);
  });

  it('finds nothing in what a resumed connection brings once more', () => {
    expect(findingsInEvents(sequenceDuplicate, `0 created\n1 in_progress\n${delta}`, `1 in_progress\n${delta}\n3 completed`)).toEqual([]);
  });
});
