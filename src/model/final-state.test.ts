import { describe, expect, it } from 'vitest';
import { splitEventStream } from '#protocol/event-stream.ts';
import { finalState } from './final-state.ts';

function stream(...events: readonly string[]) {
  return splitEventStream(events.map((event) => `data: ${event}\n\n`).join(''));
}

describe('finalState', () => {
  it('takes the last snapshot and counts the events', () => {
    const frames = stream(
      '{"type":"response.created","response":{"id":"resp_1","status":"in_progress","output":[]}}',
      '{"type":"response.output_text.delta","delta":"Hi"}',
      '{"type":"response.completed","response":{"id":"resp_1","status":"completed","output":[{"type":"message"}]}}',
      '[DONE]',
    );
    expect(finalState(frames)).toEqual({ response: { id: 'resp_1', status: 'completed', output: [{ type: 'message' }] }, eventCount: 4 });
  });

  it.each(['"output":[]', '"output":null', '"model":"m"'])('keeps the streamed items when the last snapshot has %s', (field) => {
    const frames = stream(
      '{"type":"response.output_item.added","output_index":1,"item":{"type":"message","status":"in_progress"}}',
      '{"type":"response.output_item.done","output_index":1,"item":{"type":"message","status":"completed"}}',
      '{"type":"response.output_item.done","output_index":0,"item":{"type":"reasoning"}}',
      `{"type":"response.completed","response":{"id":"resp_1",${field}}}`,
    );
    expect(finalState(frames)?.response['output']).toEqual([{ type: 'reasoning' }, { type: 'message', status: 'completed' }]);
  });

  it('answers null when no event carries a response', () => {
    expect(finalState(stream('{"type":"error","message":"no"}', 'not json', '[1]'))).toBeNull();
  });
});
