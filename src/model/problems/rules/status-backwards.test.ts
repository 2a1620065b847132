import { describe, expect, it } from 'vitest';
import { findingsInEvents } from '#testing/rule-findings.ts';
import { statusBackwards } from './status-backwards.ts';

describe('status-backwards', () => {
  const call = '1 output_item.added {"output_index":0,"item":{"id":"ws_1","type":"web_search_call"}}';

  it('reports an item that goes on after its end', () => {
    const drawing = `0 created\n${call}\n2 web_search_call.completed {"output_index":0}\n3 web_search_call.searching {"output_index":0}`;
    expect(findingsInEvents(statusBackwards, drawing)).toMatchObject([
      { text: 'item 0 (web_search_call) was completed and is searching again', events: [2, 3], outputIndex: 0 },
    ]);
  });

  it('reports a response that is queued again', () => {
    expect(findingsInEvents(statusBackwards, '0 created\n1 queued\n2 in_progress\n3 queued')).toMatchObject([
      { text: 'response.queued came behind response.in_progress', events: [2, 3] },
    ]);
  });

  it('leaves a late response.created to the rule about it', () => {
    expect(findingsInEvents(statusBackwards, '0 in_progress\n1 created\n2 completed')).toEqual([]);
  });

  it('finds nothing in the usual course, also where a status is told twice', () => {
    const search = ['in_progress', 'searching', 'searching', 'completed'].map(
      (status, index) => `${index + 3} web_search_call.${status} {"output_index":0}`,
    );
    expect(findingsInEvents(statusBackwards, `0 created\n1 in_progress\n${call.replace('1', '2')}\n${search.join('\n')}`)).toEqual([]);
  });
});
