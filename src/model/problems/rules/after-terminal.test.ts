import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { afterTerminal } from './after-terminal.ts';

describe('after-terminal', () => {
  it('names each event behind the end', () => {
    expect(findingsInEvents(afterTerminal, '0 created\n1 completed\n2 output_text.delta\n3 completed')).toMatchObject([
      { text: 'response.output_text.delta came behind response.completed', events: [1, 2] },
      { text: 'response.completed came behind response.completed', events: [1, 3] },
    ]);
  });

  it('allows [DONE], signs of life and another response', () => {
    const other = '0 created {"response":{"id":"resp_2"}}\n1 completed';
    expect(findingsInEvents(afterTerminal, `0 created {"response":{"id":"resp_1"}}\n1 completed\n2 keepalive\n[DONE]\n${other}`)).toEqual(
      [],
    );
  });
});
