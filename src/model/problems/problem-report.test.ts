import { describe, expect, it } from 'vitest';
import { drawStream } from '#testing/event-drawing.ts';
import { drawProblem } from '#testing/problem-drawing.ts';
import { recordStream } from '#model/record-stream.ts';
import type { RecordingSource } from '#model/recording.ts';
import { problemReport } from './problem-report.ts';

const SOURCE: RecordingSource = {
  kind: 'api',
  responseId: 'resp_1',
  baseUrl: 'https://fruit.example/v1',
  parameters: { include: [], stream: true, startingAfter: null, includeObfuscation: null },
  requestId: 'req_7',
};
const KEY = `sk-${'a1b2c3d4'.repeat(6)}`;
const RECORDING = recordStream(
  new TextEncoder().encode(
    drawStream(`
      0 created           {"response":{"id":"resp_1","model":"pear-2","status":"in_progress","created_at":1793000000,"output":[]}}
      1 output_text.delta {"output_index":0,"delta":"Pears ${KEY}"}
      3 output_text.delta {"output_index":0,"delta":"${'x'.repeat(1150)} ${KEY} ${'y'.repeat(9000)}"}
    `),
  ),
  SOURCE,
  1_793_000_100_000,
);

describe('the report of problems', () => {
  it('says where the response came from, what is wrong and what proves it', () => {
    const gap = drawProblem('sequence-gap', 'error', { text: 'event 3 follows 1', events: [0], paths: [['output', 0]] });
    expect(problemReport(RECORDING, [gap])).toBe(
      [
        '# Title of sequence-gap',
        [
          '- Server: `https://fruit.example/v1`',
          '- Request ID: `req_7`',
          '- Model: `pear-2`',
          '- Response: `resp_1`',
          '- Status: `in_progress`',
          '- Created: 2026-10-26 07:33:20 UTC',
          '- Received: 2026-10-26 07:35:00 UTC',
          '- Form: a stream of 3 events, ended: cut-off',
        ].join('\n'),
        '## Title of sequence-gap',
        'Error · rule `sequence-gap` · found once',
        'What sequence-gap proves.',
        'What a client suffers: What sequence-gap costs.',
        'Reference: [The manual](https://manual.example/streams)',
        '### Event 3 follows 1',
        'In the response: `output[0]`',
        'Event #0:',
        `\`\`\`text\n${RECORDING.log.sourceAt(0)}\n\`\`\`\n`,
      ].join('\n\n'),
    );
  });

  it('holds no key, and cuts long events without leaving half of one', () => {
    const report = problemReport(RECORDING, [drawProblem('gap', 'warning', { events: [1, 2] })]);
    expect(report).toContain('Pears [key removed]');
    expect(report).not.toContain('a1b2');
    expect(report).toMatch(/: … cut, the event has 10,\d{3} characters/);
    expect(report.length).toBeLessThan(3000);
  });

  it('cites two texts around the place where they begin to differ, without keys', () => {
    const texts = [`${'ä'.repeat(500)}${KEY} two pears${'z'.repeat(500)}`, `${'ä'.repeat(500)}${KEY} no pears`] as const;
    const report = problemReport(RECORDING, [
      drawProblem('deltas', 'error', { texts: { labels: ['the deltas', 'the done event'], texts } }),
    ]);
    expect(report).toContain('The deltas: 1,061 characters; the done event: 560 characters. They begin to differ at character 553.');
    expect(report).toMatch(/…ä+\[key removed\] two pearsz+…/);
    expect(report).toMatch(/…ä+\[key removed\] no pears\n/);
    expect(report).not.toContain('a1b2');
  });

  it('tells the first findings and how many more there are', () => {
    const many = Array.from({ length: 37 }, (_, index) => ({ text: `finding ${index}` }));
    const report = problemReport(RECORDING, [drawProblem('gap', 'warning', ...many), drawProblem('sum', 'info', {})]);
    expect(report).toMatch(/^# 2 problems in one response\n/);
    expect(report).toContain('found 37 times');
    expect(report).toContain('… and 32 more.');
  });

  it('makes a fence that the text cannot end', () => {
    const report = problemReport(RECORDING, [
      drawProblem('deltas', 'error', { texts: { labels: ['one', 'other'], texts: ['```', '````'] } }),
    ]);
    expect(report).toContain('`````text\n````\n`````');
  });
});
