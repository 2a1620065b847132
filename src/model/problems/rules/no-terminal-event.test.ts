import { describe, expect, it } from 'vitest';
import { createStreamRecorder } from '#model/record-stream.ts';
import { drawStream } from '#testing/event-drawing.ts';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { noTerminalEvent } from './no-terminal-event.ts';

describe('no-terminal-event', () => {
  it('names the last event of a stream that just ends', () => {
    expect(findingsInEvents(noTerminalEvent, '0 created\n1 in_progress')).toMatchObject([
      { text: 'the stream ended behind response.in_progress', events: [1] },
    ]);
  });

  it('finds nothing behind any of the events that end a response', () => {
    for (const type of ['completed', 'incomplete', 'failed', 'cancelled'])
      expect(findingsInEvents(noTerminalEvent, `0 created\n1 response.${type}\n[DONE]`)).toEqual([]);
  });

  it('does not blame the server for a connection that was lost', () => {
    const recorder = createStreamRecorder([noTerminalEvent]);
    recorder.append(new TextEncoder().encode(drawStream('0 created')), 0);
    recorder.breakOff();
    expect(recorder.checked()).toEqual([]);
  });

  it('finds nothing in a stream without events', () => {
    expect(findingsInEvents(noTerminalEvent, '')).toEqual([]);
  });
});
