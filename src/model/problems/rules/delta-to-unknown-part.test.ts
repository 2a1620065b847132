import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { deltaToUnknownPart } from './delta-to-unknown-part.ts';

describe('delta-to-unknown-part', () => {
  const added = '1 output_item.added {"output_index":0,"item":{"id":"msg_1","type":"message"}}';
  const part = '2 content_part.added {"output_index":0,"content_index":0,"part":{"type":"output_text","text":""}}';

  it('names a part once', () => {
    const drawing = `0 created\n${added}\n${part}\n3 output_text.delta {"output_index":0,"content_index":1,"delta":"a"}\n4 output_text.delta {"output_index":0,"content_index":1,"delta":"b"}`;
    expect(findingsInEvents(deltaToUnknownPart, drawing)).toMatchObject([
      {
        text: 'response.output_text.delta is about content[1] of item 0 (message), which was not added before',
        events: [3],
        outputIndex: 0,
      },
    ]);
  });

  it('finds nothing where it was added, or is a field of the item itself', () => {
    const delta = '3 output_text.delta {"output_index":0,"content_index":0,"delta":"a"}';
    expect(findingsInEvents(deltaToUnknownPart, `0 created\n${added}\n${part}\n${delta}`)).toEqual([]);
    const call =
      '1 output_item.added {"output_index":0,"item":{"type":"function_call"}}\n2 function_call_arguments.delta {"output_index":0,"delta":"{"}';
    expect(findingsInEvents(deltaToUnknownPart, `0 created\n${call}`)).toEqual([]);
  });

  it('leaves to another rule what belongs to no known item', () => {
    expect(findingsInEvents(deltaToUnknownPart, '0 created\n1 output_text.delta {"output_index":0,"content_index":0,"delta":"a"}')).toEqual(
      [],
    );
  });
});
