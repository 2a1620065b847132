import { describe, expect, it } from 'vitest';
import { streamFindings } from '#testing/rule-findings.ts';
import { terminalOutputEmpty } from './terminal-output-empty.ts';

describe('terminal-output-empty', () => {
  const texts = (end: string) =>
    streamFindings(
      terminalOutputEmpty,
      `0 created {"response":{"id":"resp_1"}}
       1 output_item.added {"output_index":0,"item":{"type":"message","id":"msg_1"}}
       2 output_item.done {"output_index":0,"item":{"type":"message","id":"msg_1"}}
       ${end}`,
    ).map(({ text, events }) => [text, events]);

  it('tells an empty output from none', () => {
    const why = 'but 1 item was done before it: message';
    expect(texts('3 completed {"response":{"id":"resp_1","output":[]}}')).toEqual([
      [`response.completed has an empty output, ${why}`, [2, 3]],
    ]);
    expect(texts('3 completed {"response":{"id":"resp_1","output":null}}')).toEqual([
      [`response.completed has output null, ${why}`, [2, 3]],
    ]);
    expect(texts('3 incomplete {"response":{"id":"resp_1"}}')).toEqual([[`response.incomplete has no output, ${why}`, [2, 3]]]);
  });

  it('is silent where there is output, and of responses that failed', () => {
    expect(texts('3 completed {"response":{"output":[{"type":"message","id":"msg_1"}]}}')).toEqual([]);
    expect(texts('3 failed {"response":{"id":"resp_1","output":[]}}')).toEqual([]);
    expect(streamFindings(terminalOutputEmpty, '0 created {"response":{}}\n1 completed {"response":{"output":[]}}')).toEqual([]);
  });
});
