import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { slotTakenTwice } from './slot-taken-twice.ts';

describe('slot-taken-twice', () => {
  const added = '1 output_item.added {"output_index":0,"item":{"id":"msg_1","type":"message"}}';
  const other = '3 output_item.added {"output_index":0,"item":{"id":"fc_1","type":"function_call"}}';

  it('names the item whose place is taken', () => {
    expect(findingsInEvents(slotTakenTwice, `0 created\n${added}\n${other}`)).toMatchObject([
      {
        text: 'an item of type function_call was added in the place of item 0 (message), which was not done',
        events: [1, 2],
        outputIndex: 0,
      },
    ]);
    const done = '2 output_item.done {"output_index":0,"item":{"id":"msg_1","type":"message"}}';
    expect(findingsInEvents(slotTakenTwice, `0 created\n${added}\n${done}\n${other}`)).toMatchObject([
      { text: 'an item of type function_call was added in the place of item 0 (message)', events: [1, 3] },
    ]);
  });

  it('finds nothing where an item is announced after its first events', () => {
    const delta = '1 output_text.delta {"output_index":0,"delta":"a"}';
    expect(findingsInEvents(slotTakenTwice, `0 created\n${delta}\n${added.replace('1', '2')}`)).toEqual([]);
  });
});
