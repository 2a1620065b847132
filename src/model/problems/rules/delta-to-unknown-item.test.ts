import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { deltaToUnknownItem } from './delta-to-unknown-item.ts';

describe('delta-to-unknown-item', () => {
  const added = '1 output_item.added {"output_index":0,"item":{"id":"msg_1","type":"message"}}';

  it('names an item once, however much is told of it', () => {
    const drawing = `0 created\n${added}\n2 function_call_arguments.delta {"output_index":3,"delta":"{"}\n3 function_call_arguments.delta {"output_index":3,"delta":"}"}`;
    expect(findingsInEvents(deltaToUnknownItem, drawing)).toMatchObject([
      {
        text: 'response.function_call_arguments.delta is about item 3 (function_call), which was not added before',
        events: [2],
        outputIndex: 3,
      },
    ]);
  });

  it('finds the item in another way where its ids rotate, or where there is no index', () => {
    const rotated = '2 output_text.delta {"output_index":0,"item_id":"other","content_index":0,"delta":"a"}';
    expect(findingsInEvents(deltaToUnknownItem, `0 created\n${added}\n${rotated}`)).toEqual([]);
    expect(findingsInEvents(deltaToUnknownItem, `0 created\n${added}\n2 output_text.delta {"item_id":"msg_1","delta":"a"}`)).toEqual([]);
    expect(findingsInEvents(deltaToUnknownItem, `0 created\n${added}\n2 output_text.delta {"delta":"a"}`)).toEqual([]);
  });

  it('reports an event for an item of another type', () => {
    expect(findingsInEvents(deltaToUnknownItem, `0 created\n${added}\n2 web_search_call.searching {"output_index":0}`)).toHaveLength(1);
  });

  it('finds nothing in a stream that was joined half-way', () => {
    expect(findingsInEvents(deltaToUnknownItem, '9 output_text.delta {"output_index":0,"delta":"a"}')).toEqual([]);
  });
});
