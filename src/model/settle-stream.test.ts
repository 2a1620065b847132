import { describe, expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { recordStream } from './record-stream.ts';
import { endingOf, settleStream } from './settle-stream.ts';

const BEGINNING = `
  0 created            {"response":{"id":"resp_1","status":"in_progress","output":[]}}
  1 output_item.added  {"output_index":0,"item":{"type":"message","id":"msg_1","content":[]}}
  2 output_text.delta  {"output_index":0,"content_index":0,"delta":"Half"}
`;
const ITEM = { type: 'message', id: 'msg_1', content: [{ type: 'output_text', text: 'Half and half' }] };

function record(drawing: string) {
  return recordStream(new TextEncoder().encode(drawStream(drawing)), { kind: 'paste' }, 0);
}

describe('settleStream', () => {
  it('puts the Response as told in place of the fold, and keeps the events', () => {
    const cut = record(BEGINNING);
    const settled = settleStream(cut, { id: 'resp_1', status: 'completed', output: [ITEM] });
    expect(settled.response).toEqual({ id: 'resp_1', status: 'completed', output: [ITEM] });
    expect(settled.folded).toMatchObject({ ending: 'completed', items: [{ isOpen: false, outputIndex: 0 }] });
    expect(settled.log).toBe(cut.log);
    expect(settled.length).toBe(3);
  });

  it('keeps the items that were streamed when the Response is told without any', () => {
    const settled = settleStream(record(BEGINNING), { id: 'resp_1', status: 'cancelled', output: [] });
    expect(settled.response).toMatchObject({ status: 'cancelled', output: [{ id: 'msg_1', content: [{ text: 'Half' }] }] });
    expect(settled.folded.items).toMatchObject([{ isOpen: false }]);
  });

  it('leaves a stream alone that said itself how it ended', () => {
    const whole = record(`${BEGINNING} 3 completed {"response":{"id":"resp_1","status":"completed","output":[]}}`);
    expect(settleStream(whole, { id: 'resp_1', status: 'failed', output: [] })).toBe(whole);
  });

  it('waits for a Response that has not ended', () => {
    const cut = record(BEGINNING);
    expect(settleStream(cut, { id: 'resp_1', status: 'queued', output: [] })).toBe(cut);
  });
});

describe('endingOf', () => {
  it.each([
    ['completed', 'completed'],
    ['cancelled', 'cancelled'],
    ['in_progress', null],
    ['something_new', 'completed'],
  ])('reads the status %s as %s', (status, ending) => {
    expect(endingOf({ status })).toBe(ending);
  });
});
