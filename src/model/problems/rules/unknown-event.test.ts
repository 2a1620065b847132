import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { unknownEvent } from './unknown-event.ts';

describe('unknown-event', () => {
  it('names each type once', () => {
    expect(findingsInEvents(unknownEvent, '0 created\nresponse.daydream\nresponse.daydream\nfloway:pulse\nkeepalive')).toMatchObject([
      { text: 'response.daydream is no event of the Responses API', events: [1] },
      { text: 'floway:pulse is no event of the Responses API', events: [3] },
    ]);
  });
});
