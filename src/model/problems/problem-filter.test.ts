import { describe, expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { drawProblem } from '#testing/problem-drawing.ts';
import { recordStream } from '#model/record-stream.ts';
import { filterProblems, filterToEvent, filterToItem, parseProblemFilter } from './problem-filter.ts';

const RECORDING = recordStream(
  new TextEncoder().encode(
    drawStream(`
      5 created           {"response":{"id":"resp_1","status":"in_progress","output":[]}}
      6 output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
      6 output_text.delta {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"Pears"}
    `),
  ),
  { kind: 'paste' },
  0,
);
const PROBLEMS = [
  drawProblem('gap', 'error', { text: 'event 57 follows 54', events: [1] }, { text: 'event 9 follows 2', events: [2] }),
  drawProblem('sum', 'warning', { text: 'it does not add up', paths: [['usage']] }),
  drawProblem('texts', 'error', { text: 'they differ', outputIndex: 0 }),
];

function fitting(text: string): readonly string[] {
  return filterProblems(PROBLEMS, parseProblemFilter(text), RECORDING).map(({ rule, findings }) => `${rule.id} ${findings.length}`);
}

describe('the filter of problems', () => {
  it('leaves everything when it is empty', () => {
    expect(fitting('  ')).toEqual(['gap 2', 'sum 1', 'texts 1']);
  });

  it('finds rules by their ID and what is said by its words, in any case', () => {
    expect(fitting('rule:sum')).toEqual(['sum 1']);
    expect(fitting('FOLLOWS 57')).toEqual(['gap 1']);
    expect(fitting('title texts')).toEqual(['texts 1']);
    expect(fitting('gap 9')).toEqual(['gap 1']);
  });

  it('finds items by ID and position', () => {
    expect([fitting('item:msg_1'), fitting('item:@0'), fitting('item:0'), fitting('item:msg_2')]).toEqual([
      ['texts 1'],
      ['texts 1'],
      ['texts 1'],
      [],
    ]);
  });

  it('finds events by their number, and by arrival', () => {
    expect([fitting('event:6'), fitting('event:@2'), fitting('event:@7')]).toEqual([['gap 1'], ['gap 1'], []]);
  });

  it('names items and events as it reads them', () => {
    expect(filterToItem(RECORDING, 0)).toBe('item:msg_1');
    expect([0, 1, 2].map((event) => filterToEvent(RECORDING, event))).toEqual(['event:5', 'event:6', 'event:@2']);
  });
});
