import { describe, expect, it } from 'vitest';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { recordStream } from '#model/record-stream.ts';
import type { Recording } from '#model/recording.ts';
import { drawStream } from '#testing/event-drawing.ts';
import { contentType } from './content-type.ts';

describe('content-type', () => {
  const bytes = new TextEncoder().encode(drawStream('0 created\n1 completed'));

  function findings(type: string | null, kind: 'stream' | 'json' = 'stream') {
    const source = {
      kind: 'api',
      responseId: 'resp_1',
      baseUrl: 'https://api.example/v1',
      parameters: NO_PARAMETERS,
      requestId: null,
      contentType: type,
    } as const;
    const recording: Recording =
      kind === 'stream' ? recordStream(bytes, source, 0) : { kind, source, bytes, text: '{}', response: {}, receivedAt: 0 };
    return [...contentType.check({ recording, response: {}, stored: null })];
  }

  it('expects text/event-stream of a stream', () => {
    expect(findings('application/json')).toEqual([{ text: 'the content type is application/json, and the body is text/event-stream' }]);
    expect(findings('')).toEqual([{ text: 'the content type is empty, and the body is text/event-stream' }]);
    expect(findings('Text/Event-Stream; charset=utf-8')).toEqual([]);
  });

  it('expects JSON of a Response', () => {
    expect(findings('text/html; charset=utf-8', 'json')).toHaveLength(1);
    for (const type of ['application/json', 'application/problem+json']) expect(findings(type, 'json')).toEqual([]);
  });

  it('finds nothing where nobody knows it', () => {
    expect(findings(null)).toEqual([]);
  });
});
