import { array, assert, asyncProperty, constantFrom, json, oneof, string, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORT_FORMATS, readImport, type ImportOutcome } from './import-formats.ts';

const RESPONSE = '{"id":"resp_1","object":"response","status":"completed","output":[]}';

async function open(content: string | Uint8Array): Promise<ImportOutcome> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readImport({ source: { kind: 'file', name: 'answer.json' }, bytes, receivedAt: 7 });
}

describe('a Response', () => {
  it('becomes a recording that keeps every byte', async () => {
    const bytes = new TextEncoder().encode(`\uFEFF ${RESPONSE}\r\n`);
    expect(await open(bytes)).toMatchObject({
      kind: 'read',
      format: { id: 'response-json' },
      recording: {
        kind: 'json',
        source: { kind: 'file', name: 'answer.json' },
        bytes,
        text: ` ${RESPONSE}\r\n`,
        response: { id: 'resp_1' },
        receivedAt: 7,
      },
    });
  });

  it.each([
    ['the last event of a stream', `{"type":"response.completed","response":${RESPONSE}}`],
    ['a line of a batch', `{"id":"batch_req_1","response":{"status_code":200,"body":${RESPONSE}}}`],
    ['a log entry', `{"status":200,"body":${RESPONSE}}`],
  ])('is found in %s', async (_, text) =>
    expect(await open(text)).toMatchObject({ kind: 'read', recording: { text, response: { id: 'resp_1' } } }),
  );

  it('opens with bytes that are no UTF-8 replaced', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('{"object":"response","id":"'), 0xff, ...new TextEncoder().encode('"}')]);
    expect(await open(bytes)).toMatchObject({ kind: 'read', recording: { response: { id: '\uFFFD' } } });
  });
});

describe('a broken one', () => {
  it.each([
    ['{\n  "id": "resp_1",\n  "output": [oops]\n}', 3, 14, /expected here/],
    ['{"id": "resp_1", "output": [', 1, 29, /ends too early/],
    [`${RESPONSE}\n${RESPONSE}`, 2, 1, /more text after the end/],
  ])('%j breaks at line %i, column %i', async (text, line, column, problem) => {
    expect(await open(text)).toMatchObject({ kind: 'broken', line, column, problem: expect.stringMatching(problem) as string });
  });
});

describe('anything else', () => {
  it.each([
    ['', 'empty'],
    ['Hello', 'text'],
    ['[1, 2]', 'other-json'],
    ['{"a": 1}', 'other-json'],
    ['<html></html>', 'html'],
    ['data: {"type":"message_start","message":{}}\n\ndata: {"type":"ping"}\n\n', 'event-stream'],
    [': keepalive\n\n', 'event-stream'],
    ['data: {"id":"c1","object":"chat.completion.chunk","choices":[]}\n\ndata: [DONE]\n\n', 'chat-completion'],
    ['{"object":"chat.completion.chunk","choices":[]}\n{"object":"chat.completion.chunk","choices":[]}\n', 'chat-completion'],
    ['{"object":"chat.completion","choices":[]}', 'chat-completion'],
    ['{"error":{"message":"No"}}', 'error-body'],
  ])('%j is unknown and named %s', async (text, found) => expect(await open(text)).toEqual({ kind: 'unknown', found }));

  it('never throws', async () => {
    const pieces = array(
      oneof(
        string(),
        json(),
        constantFrom('data: ', 'event: response.created', '\n', '\r\n\r\n', '[', '{"event":', '}', '{"type":"error"}', '"segments"', '< '),
        constantFrom(
          '"responses-devtools.recording"',
          '{"format":',
          'HTTP/2 200 \n',
          '{"data":"x","arrival_ms":1e400}',
          '"reads":[[-1,1]]',
        ),
      ),
    ).map((parts) => parts.join(''));
    await assert(
      asyncProperty(oneof(pieces, uint8Array()), async (content) => {
        expect(['read', 'broken', 'unknown']).toContain((await open(content)).kind);
      }),
      { numRuns: 300 },
    );
  });

  it('has a format with an ID of its own for every row', () => {
    expect(new Set(IMPORT_FORMATS.map(({ id }) => id)).size).toBe(IMPORT_FORMATS.length);
  });
});
