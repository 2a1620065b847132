import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { sequenceReorder } from './sequence-reorder.ts';

describe('sequence-reorder', () => {
  it('reports a run of events behind a greater number once', () => {
    const drawing = '0 created\n1 in_progress\n4 keepalive\n2 keepalive\n3 keepalive\n5 completed';
    expect(findingsInEvents(sequenceReorder, drawing)).toMatchObject([{ text: 'numbers 2 and 3 came behind 4', events: [3, 4] }]);
  });

  it('finds nothing in a gap', () => {
    expect(findingsInEvents(sequenceReorder, '0 created\n2 completed')).toEqual([]);
  });
});
