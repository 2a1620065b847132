import { describe, expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { findingsInEvents, findingsInSse } from '#testing/rule-findings.ts';
import { unreadableEvent } from './unreadable-event.ts';

describe('unreadable-event', () => {
  it('says what is there instead', () => {
    expect(findingsInEvents(unreadableEvent, '0 created\n"a text"\n1 completed')).toMatchObject([
      { text: 'JSON, but not an object', events: [1] },
    ]);
  });

  it('finds nothing in the half event at the end of a lost connection', () => {
    const half = 'event: response.output_text.delta\ndata: {"type":"resp\n\n';
    const first = `${drawStream('0 created')}${half}`;
    expect(findingsInSse(unreadableEvent, first, drawStream('1 completed'))).toEqual([]);
    expect(findingsInSse(unreadableEvent, first)).toEqual([]);
  });

  it('reports one that the same connection goes on behind', () => {
    const text = `${drawStream('0 created')}data: {"type"\n\n${drawStream('1 completed')}`;
    expect(findingsInSse(unreadableEvent, text)).toHaveLength(1);
  });

  it('knows [DONE]', () => {
    expect(findingsInEvents(unreadableEvent, '0 created\n1 completed\n[DONE]')).toEqual([]);
  });
});
