import { describe, expect, it } from 'vitest';
import { findingsInSse } from '#testing/rule-findings.ts';
import { eventTypeMissing } from './event-type-missing.ts';

describe('event-type-missing', () => {
  it('reports an event whose type only its event: line says', () => {
    const text = 'event: response.in_progress\ndata: {"sequence_number":0}\n\n';
    expect(findingsInSse(eventTypeMissing, text)).toMatchObject([{ text: 'only the event: line says that it is response.in_progress' }]);
  });

  it('reports one that has none at all', () => {
    expect(findingsInSse(eventTypeMissing, 'data: {"sequence_number":0}\n\n')).toMatchObject([
      { text: 'nothing says what the event is', events: [0] },
    ]);
  });

  it('finds nothing where only the data says it', () => {
    expect(findingsInSse(eventTypeMissing, 'data: {"type":"response.created"}\n\n')).toEqual([]);
  });
});
