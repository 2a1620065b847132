import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { itemDoneWithoutAdded } from './item-done-without-added.ts';

describe('item-done-without-added', () => {
  const done = '2 output_item.done {"output_index":0,"item":{"id":"msg_1","type":"message"}}';

  it('names the item', () => {
    expect(findingsInEvents(itemDoneWithoutAdded, `0 created\n${done}`)).toMatchObject([
      { text: 'item 0 (message) was done and never added', events: [1], outputIndex: 0 },
    ]);
  });

  it('finds nothing where it was added, or where the stream was joined behind that', () => {
    const added = '1 output_item.added {"output_index":0,"item":{"id":"msg_1","type":"message"}}';
    expect(findingsInEvents(itemDoneWithoutAdded, `0 created\n${added}\n${done}`)).toEqual([]);
    expect(findingsInEvents(itemDoneWithoutAdded, `1 in_progress\n${done}`)).toEqual([]);
  });

  it('goes by the type where a server sends no index', () => {
    const drawing =
      'created\noutput_item.added {"item":{"type":"message","id":"a"}}\noutput_item.done {"item":{"type":"message","id":"b"}}';
    expect(findingsInEvents(itemDoneWithoutAdded, drawing)).toEqual([]);
  });
});
