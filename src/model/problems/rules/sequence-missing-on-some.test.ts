import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { sequenceMissingOnSome } from './sequence-missing-on-some.ts';

describe('sequence-missing-on-some', () => {
  it('reports a run of events without numbers once', () => {
    expect(findingsInEvents(sequenceMissingOnSome, '0 created\nin_progress\noutput_text.delta\n1 completed')).toMatchObject([
      { text: '2 events without a sequence number in a stream that counts its events', events: [1, 2] },
    ]);
  });

  it('expects none of pings and of events of other protocols', () => {
    expect(findingsInEvents(sequenceMissingOnSome, '0 created\nping\nfloway:pulse\n1 completed')).toEqual([]);
  });

  it('finds nothing where no event has one', () => {
    expect(findingsInEvents(sequenceMissingOnSome, 'created\ncompleted')).toEqual([]);
  });
});
