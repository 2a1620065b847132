import { describe, expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { recordStream } from '#model/record-stream.ts';
import { drawProblem as problem } from '#testing/problem-drawing.ts';
import type { Problem } from './problem.ts';
import { countOfSerious, problemsInView } from './problems-in-view.ts';

const RECORDING = recordStream(
  new TextEncoder().encode(
    drawStream(`
      0 created           {"response":{"id":"resp_1","status":"in_progress","output":[]}}
      1 output_item.added {"output_index":4,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
      2 output_text.delta {"output_index":4,"item_id":"msg_1","content_index":0,"delta":"Pears"}
    `),
  ),
  { kind: 'paste' },
  0,
);

function view(problems: readonly Problem[], mutedRules: readonly string[] = []) {
  return problemsInView(RECORDING, problems, { mutedRules, isChecking: false });
}

describe('problemsInView', () => {
  it('puts the worst first and tells how bad it is at an event', () => {
    const { list, ofEvent, atEvent } = view([
      problem('known', 'info', { events: [1, 2] }),
      problem('odd', 'warning', { events: [2] }),
      problem('broken', 'error', { events: [2, 2] }),
    ]);
    expect(list.map(({ rule }) => rule.id)).toEqual(['broken', 'odd', 'known']);
    expect([0, 1, 2].map(ofEvent)).toEqual([null, 'info', 'error']);
    expect(atEvent(2).map((one) => one.problem.rule.id)).toEqual(['broken', 'odd', 'known']);
  });

  it('finds items by the index of their events and by their path', () => {
    const { ofItem } = view([
      problem('odd', 'warning', { outputIndex: 4 }),
      problem('broken', 'error', { paths: [['output', 2, 'arguments']] }),
    ]);
    expect([0, 2, 4].map(ofItem)).toEqual(['warning', 'error', null]);
  });

  it('tells which views are concerned, by errors and warnings alone', () => {
    const { inView } = view([
      problem('sum', 'warning', { paths: [['usage', 'total_tokens']] }),
      problem('gap', 'error', { events: [1] }),
      problem('known', 'info', { outputIndex: 4 }),
    ]);
    expect(['usage', 'stream', 'output', 'raw'].map(inView)).toEqual(['warning', 'error', null, null]);
  });

  it('leaves out what is muted, and keeps it apart', () => {
    const { list, muted, ofEvent, inView } = view([problem('gap', 'error', { events: [1] }), problem('odd', 'info')], ['gap']);
    expect(list.map(({ rule }) => rule.id)).toEqual(['odd']);
    expect(muted.map(({ rule }) => rule.id)).toEqual(['gap']);
    expect([ofEvent(1), inView('stream')]).toEqual([null, null]);
  });

  it('counts errors and warnings, each once', () => {
    expect(countOfSerious([problem('gap', 'error', {}, {}), problem('odd', 'warning', {}), problem('known', 'info', {})])).toBe(2);
  });
});
