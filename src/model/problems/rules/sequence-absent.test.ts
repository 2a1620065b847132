import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { sequenceAbsent } from './sequence-absent.ts';

describe('sequence-absent', () => {
  it('says how many events have no number', () => {
    expect(findingsInEvents(sequenceAbsent, 'created\nin_progress\ncompleted')).toMatchObject([{ text: 'none of 3 events has a number' }]);
  });

  it('finds nothing where one has', () => {
    expect(findingsInEvents(sequenceAbsent, 'created\n1 in_progress\ncompleted')).toEqual([]);
  });
});
