import { describe, expect, it } from 'vitest';
import type { Recording, RecordingSource } from '#model/recording.ts';
import { recordStream } from '#model/record-stream.ts';
import { responseSource } from './response-source.ts';

const RESPONSE = '{"id":"resp_1","object":"response","status":"completed","output":[],"n":1.0}';
const FETCHED: RecordingSource = {
  kind: 'api',
  responseId: 'resp_1',
  baseUrl: 'https://api.example/v1',
  parameters: { include: [], stream: null, startingAfter: null, includeObfuscation: null },
  requestId: null,
};

function recordingOf(text: string, source: RecordingSource): Recording {
  return { kind: 'json', source, bytes: new TextEncoder().encode(text), text, response: {}, receivedAt: 0 };
}
function streamOf(text: string): Recording {
  return recordStream(new TextEncoder().encode(text), FETCHED, 0);
}

describe('responseSource', () => {
  it('is the body of an answer', () => {
    expect(responseSource(recordingOf(RESPONSE, FETCHED))).toEqual({ text: RESPONSE, start: 0, connection: 0 });
  });

  it.each([
    ['nothing', '', ''],
    ['an event', '{"type":"response.completed","response": ', '}'],
    ['a line of a batch output', '{"id":"batch_req_1","response":{"status_code":200,"body":', '}}'],
  ])('is found in a file that has %s around it', (_, before, after) => {
    const source = responseSource(recordingOf(before + RESPONSE + after, { kind: 'file', name: 'a.json' }));
    expect(source).toEqual({ text: RESPONSE, start: before.length, connection: 0 });
  });

  it('is the last response of a stream', () => {
    const before = `event: response.created\ndata: {"type":"response.created","response":{"id":"resp_1","n":2}}\n\ndata: {"response":`;
    const after = `}\n\ndata: {"type":"keepalive"}\n\n`;
    expect(responseSource(streamOf(before + RESPONSE + after))).toEqual({ text: RESPONSE, start: before.length, connection: 0 });
  });

  it('is unknown where there is none', () => {
    expect(responseSource(streamOf('data: {"type":"keepalive"}\n\n'))).toBeNull();
    expect(responseSource(recordingOf('[1]', { kind: 'paste' }))).toBeNull();
  });
});
