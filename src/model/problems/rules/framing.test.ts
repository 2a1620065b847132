import { describe, expect, it } from 'vitest';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { recordStream } from '#model/record-stream.ts';
import { drawStream } from '#testing/event-drawing.ts';
import { framing } from './framing.ts';

describe('framing', () => {
  const good = drawStream('0 created\n1 in_progress\n2 completed');

  function findings(text: string, kind: 'api' | 'file' = 'api') {
    const api = { kind: 'api', responseId: 'resp_1', baseUrl: '', parameters: NO_PARAMETERS, requestId: null } as const;
    const recording = recordStream(new TextEncoder().encode(text), kind === 'api' ? api : { kind, name: 'a.sse' }, 0);
    return [...framing.check({ recording, response: recording.response, stored: null })].filter((finding) => finding !== null);
  }

  it('finds nothing in what most servers write, and in what the standard allows besides', () => {
    const allowed = [
      good,
      good.replaceAll('\n', '\r\n'),
      good.replaceAll(/event: .*\n/g, ''),
      good.replaceAll(/(event: .*)\n(data: .*)/g, '$2\n$1'),
      `: hello\n\n${good}`,
    ];
    for (const text of allowed) expect(findings(text)).toEqual([]);
  });

  it('reports a byte order mark', () => {
    expect(findings(`\uFEFF${good}`)).toEqual([{ text: 'the stream begins with a byte order mark' }]);
  });

  it('reports lines that end in a carriage return alone', () => {
    expect(findings(good.replaceAll('\n', '\r'))).toEqual([{ text: 'lines end in a carriage return alone' }]);
  });

  it('reports an event: line that says another name than the data, and how many do', () => {
    const wrong = good.replaceAll(/event: .*/g, 'event: message');
    expect(findings(wrong)).toEqual([
      { text: 'event: says message and the data response.created, and 2 other events are like that', events: [0] },
    ]);
  });

  it('reports a last event without its blank line, but not of a file, which may have lost it', () => {
    const cut = good.slice(0, -1);
    expect(findings(cut)).toEqual([{ text: 'no blank line follows the last event, which by the standard is none then', events: [2] }]);
    expect(findings(cut, 'file')).toEqual([]);
  });

  it('does not expect one of a stream that was cut off', () => {
    expect(findings(drawStream('0 created').slice(0, -1))).toEqual([]);
  });
});
